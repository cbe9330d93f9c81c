import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LocalTime } from '@/app/check/summary/local-time';
import { requireScope } from '@/app/clinic/require-scope';
import { listClinicKeys } from '@/lib/clinic/clinic-keys';
import { apiScopes } from '@/lib/intake/api-keys';
import { connectDatabase } from '@/lib/intake/database';
import { MakeKeyForm } from './make-key-form';
import { RevokeKey } from './revoke-key';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apiKeys');
  return { title: t('title') };
}

/** With which keys programs act for the clinic: who made them, for what, and when they were used. */
export default async function ApiKeysPage() {
  const scope = await requireScope('manage');
  const t = await getTranslations('apiKeys');
  const keys = await listClinicKeys(await connectDatabase(), scope);
  const timeOf = (at: Date) => ({ at: () => <LocalTime iso={at.toISOString()} /> });
  return (
    <div className="page">
      <h1 className="text-title">{t('title')}</h1>
      <p className="measure mt-2">
        {t('text')} <Link href="/api/v1/docs">{t('docs')}</Link>
      </p>
      {keys.length === 0 && <p className="mt-4">{t('nothing')}</p>}
      {keys.length > 0 && (
        <ul className="mt-4 border-b border-line">
          {keys.map(({ id, label, scopes, createdBy, createdAt, lastUsedAt, revokedAt }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-2"
            >
              <div>
                <p className="font-semibold break-words">{label}</p>
                <p className="text-small">
                  {t('for', { scopes: scopes.join(', ') })} ·{' '}
                  {t.rich('made', { ...timeOf(createdAt), name: createdBy })} ·{' '}
                  {lastUsedAt ? t.rich('used', timeOf(lastUsedAt)) : t('unused')}
                </p>
                {revokedAt && (
                  <p className="text-small font-semibold">{t.rich('revoked', timeOf(revokedAt))}</p>
                )}
              </div>
              {!revokedAt && <RevokeKey id={id} label={label} />}
            </li>
          ))}
        </ul>
      )}
      <h2 className="mt-8 text-lead">{t('new')}</h2>
      <MakeKeyForm clinicId={scope.clinicId} scopes={apiScopes} />
    </div>
  );
}
