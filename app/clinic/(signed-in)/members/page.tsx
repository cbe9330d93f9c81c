import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LocalTime } from '@/app/check/summary/local-time';
import { requireScope } from '@/app/clinic/require-scope';
import { serverNow } from '@/app/clinic/server-now';
import { Submit } from '@/app/components/forms/submit';
import { listMembers } from '@/lib/clinic/members';
import { readClinic } from '@/lib/clinic/read-clinic';
import { connectDatabase } from '@/lib/intake/database';
import { cancel } from './actions';
import { ClinicForm } from './clinic-form';
import { InviteMemberForm } from './invite-member-form';
import { MemberRow } from './member-row';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('members');
  return { title: t('title') };
}

/** Who belongs to the clinic, in which role, and who is invited. */
export default async function MembersPage() {
  const scope = await requireScope('manage');
  const t = await getTranslations('members');
  const database = await connectDatabase();
  const listed = await listMembers(database, scope, serverNow());
  const clinic = await readClinic(database, scope);
  return (
    <div className="page">
      <h1 className="text-title">{t('title')}</h1>
      <ul className="mt-4 border-b border-line">
        {listed.members.map((member) => (
          <MemberRow key={member.id} member={member} isSelf={member.id === scope.memberId} />
        ))}
      </ul>
      <h2 className="mt-8 text-lead">{t('invite')}</h2>
      <InviteMemberForm clinicId={scope.clinicId} />
      {listed.invitations.length > 0 && (
        <>
          <h2 className="mt-8 text-lead">{t('invited')}</h2>
          <ul className="mt-2 border-b border-line">
            {listed.invitations.map(({ id, email, role, expiresAt }) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-2"
              >
                <span>
                  {email} · {t(`roles.${role}`)} ·{' '}
                  {t.rich('until', { at: () => <LocalTime iso={expiresAt.toISOString()} /> })}
                </span>
                <form action={cancel.bind(null, id)}>
                  <Submit quiet>{t('cancel')}</Submit>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="mt-8 text-lead">{t('programs')}</h2>
      <p className="mt-2">
        <Link href="/clinic/members/api-keys">{t('apiKeys')}</Link>
      </p>
      <h2 className="mt-8 text-lead">{t('clinic.title')}</h2>
      <ClinicForm clinic={clinic} clinicId={scope.clinicId} />
    </div>
  );
}
