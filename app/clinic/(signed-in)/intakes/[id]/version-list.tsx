import { useTranslations } from 'next-intl';
import { LocalTime } from '@/app/check/summary/local-time';
import type { PageVersion } from './page-intake';

/** Every version that was signed, the newest first, with who and why. */
export function VersionList({ versions }: { versions: readonly PageVersion[] }) {
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
            {reason && ` ${t('reason', { reason })}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
