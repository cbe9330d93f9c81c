import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LocalTime } from '@/app/check/summary/local-time';
import { requireScope } from '@/app/clinic/require-scope';
import { Submit } from '@/app/components/forms/submit';
import { listClinicKeys } from '@/lib/clinic/clinic-keys';
import { apiScopes } from '@/lib/intake/api-keys';
import { connectDatabase } from '@/lib/intake/database';
import { revoke } from './actions';
import { MakeKeyForm } from './make-key-form';

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
          {keys.map(({ id, label, scopes, createdBy, makerHasLeft, ...key }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-2"
            >
              <div>
                <p className="font-semibold break-words">{label}</p>
                <p className="text-small">
                  {t('for', { scopes: scopes.join(', ') })} ·{' '}
                  {t.rich('made', { ...timeOf(key.createdAt), name: createdBy })} ·{' '}
                  {key.lastUsedAt ? t.rich('used', timeOf(key.lastUsedAt)) : t('unused')}
                </p>
                {key.revokedAt && (
                  <p className="text-small font-semibold">
                    {t.rich('revoked', timeOf(key.revokedAt))}
                  </p>
                )}
                {!key.revokedAt && makerHasLeft && (
                  <p className="border-l-8 border-ink pl-3 font-semibold">
                    {t('makerHasLeft', { name: createdBy })}
                  </p>
                )}
              </div>
              {!key.revokedAt && (
                <details>
                  <summary className="button-text">
                    {t('revoke')}
                    <span className="sr-only"> {label}</span>
                  </summary>
                  <form action={revoke.bind(null, id)} className="measure grid gap-2 pb-2">
                    <p>{t('revokeMeans', { label })}</p>
                    <p>
                      <Submit>{t('revokeNow')}</Submit>
                    </p>
                  </form>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      <h2 className="mt-8 text-lead">{t('new')}</h2>
      <MakeKeyForm clinicId={scope.clinicId} scopes={apiScopes} />
    </div>
  );
}
