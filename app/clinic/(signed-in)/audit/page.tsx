import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LocalTime } from '@/app/check/summary/local-time';
import { requireScope } from '@/app/clinic/require-scope';
import { readAuditTrail } from '@/lib/clinic/read-audit-trail';
import { auditActions } from '@/lib/intake/audit';
import { connectDatabase } from '@/lib/intake/database';
import { VerifyTrail } from './verify-trail';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit');
  return { title: t('title') };
}

interface AuditPageProps {
  searchParams: Promise<{ intake?: string; after?: string }>;
}

/** Who saw, changed, printed, exported and signed what, for administrators. */
export default async function AuditPage({ searchParams }: AuditPageProps) {
  const scope = await requireScope('read-audit');
  const t = await getTranslations('audit');
  const { intake: intakeId = null, after = null } = await searchParams;
  const { lines, next } = await readAuditTrail(await connectDatabase(), scope, { intakeId, after });
  const nameOf = (action: string) => {
    const known = auditActions.find((one) => one === action);
    return known ? t(`actions.${known}`) : action;
  };
  const older = new URLSearchParams({ ...(intakeId && { intake: intakeId }), after: next ?? '' });
  return (
    <div className="page-wide">
      <h1 className="text-title">{t('title')}</h1>
      <p className="measure mt-2">{t('text')}</p>
      <VerifyTrail />
      {intakeId && (
        <p className="mt-4">
          {t('only')} <Link href="/clinic/audit">{t('all')}</Link>
        </p>
      )}
      {lines.length === 0 && <p className="mt-4">{t('nothing')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it is scrolled by keyboard too */}
      <section aria-label={t('entries')} tabIndex={0} className="mt-4 overflow-x-auto">
        <table className="w-full text-small">
          <thead>
            <tr className="text-left">
              {(['when', 'who', 'what', 'intake', 'details'] as const).map((column) => (
                <th key={column} scope="col" className="py-2 pr-4 font-semibold">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} className="border-t border-line align-top">
                <td className="py-1.5 pr-4">
                  <LocalTime iso={line.at.toISOString()} />
                </td>
                <td className="py-1.5 pr-4 whitespace-nowrap">
                  {line.by ?? t(nobodyOf(line.action))}
                </td>
                <td className="py-1.5 pr-4">{nameOf(line.action)}</td>
                <td className="py-1.5 pr-4 whitespace-nowrap">
                  {line.intakeId && (
                    <>
                      <Link
                        href={`/clinic/audit?intake=${line.intakeId}`}
                        className="inline-flex min-h-6 items-center tabular-nums"
                      >
                        {line.intakeId.slice(-8)}
                      </Link>{' '}
                      <Link
                        href={`/clinic/intakes/${line.intakeId}`}
                        prefetch={false}
                        className="ml-2 inline-flex min-h-6 items-center"
                      >
                        {t('open')}
                      </Link>
                    </>
                  )}
                </td>
                <td className="py-1.5 break-words">{describeDetails(line.details)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {next && (
        <p className="mt-4">
          <Link href={`/clinic/audit?${older}`}>{t('next')}</Link>
        </p>
      )}
    </div>
  );
}

/** Who did what no member did: a key is revoked on the command line, the trail read by a program. */
function nobodyOf(action: string): 'operator' | 'program' | 'nobody' {
  if (action === 'audit-read') return 'program';
  return action === 'api-key-revoked' ? 'operator' : 'nobody';
}

/** Names and counts, as they were noted. */
function describeDetails(details: unknown): string {
  if (typeof details !== 'object' || details === null) return '';
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('; ');
}
