import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { listMemberships } from '@/lib/clinic/memberships';
import { may, type Permission } from '@/lib/clinic/roles';
import { connectDatabase } from '@/lib/intake/database';
import { requireScope } from '../require-scope';
import { Presence } from './presence';
import { SignOut } from './sign-out';
import { SwitchClinic } from './switch-clinic';

const rooms: readonly { readonly room: string; readonly needs: Permission | null }[] = [
  { room: 'worklist', needs: null },
  { room: 'invite', needs: 'invite' },
  { room: 'members', needs: 'manage' },
  { room: 'audit', needs: 'read-audit' },
  { room: 'account', needs: null },
];

/** The clinic's own rooms, as far as the role may enter them, and who is signed in where. */
export default async function ClinicLayout({ children }: { children: ReactNode }) {
  const scope = await requireScope();
  const t = await getTranslations('account.navigation');
  const memberships = await listMemberships(await connectDatabase(), scope.userId);
  return (
    <>
      <div className="border-b border-line print:hidden">
        <div className="page-broad flex flex-wrap items-center justify-between gap-x-6 py-0 text-small">
          <nav aria-label={t('label')}>
            <ul className="flex flex-wrap gap-x-4">
              {rooms
                .filter(({ needs }) => needs === null || may(scope.role, needs))
                .map(({ room }) => (
                  <li key={room}>
                    <Link href={`/clinic/${room}`} className="flex min-h-10 items-center">
                      {t(`rooms.${room}`)}
                    </Link>
                  </li>
                ))}
            </ul>
          </nav>
          <div className="flex flex-wrap items-center gap-x-4 text-quiet">
            <span>{t('who', { name: scope.userName, clinic: scope.clinicName })}</span>
            {memberships.length > 1 && (
              <SwitchClinic memberships={memberships} clinicId={scope.clinicId} />
            )}
            <SignOut />
          </div>
        </div>
      </div>
      {children}
      <Presence />
    </>
  );
}
