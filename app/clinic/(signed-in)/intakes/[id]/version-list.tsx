import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LocalTime } from '@/app/check/summary/local-time';
import type { PageVersion } from './page-intake';

interface VersionListProps {
  readonly intakeId: string;
  readonly versions: readonly PageVersion[];
}

/** Every version that was signed, the newest first, with who and why, and the way to read it. */
export function VersionList({ intakeId, versions }: VersionListProps) {
  const t = useTranslations('intake.versions');
  return (
    <section aria-labelledby="versions-title" className="mt-4 text-small">
      <h2 id="versions-title" className="font-semibold">
        {t('title')}
      </h2>
      <ol reversed>
        {versions.map(({ version, kind, reason, signedAt, by }) => (
          <li key={version}>
            {t.rich(kind, { version, by, at: () => <LocalTime iso={signedAt} /> })}
            {reason && ` ${t('reason', { reason })}`}{' '}
            {kind !== 'enteredInError' && (
              <Link
                href={`/clinic/intakes/${intakeId}/versions/${version}`}
                prefetch={false}
                className="inline-flex min-h-6 items-center"
              >
                {t('read', { version })}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
