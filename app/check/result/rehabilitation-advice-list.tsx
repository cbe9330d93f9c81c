import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { RehabilitationStatusWord } from '@/app/knowledge/rehabilitation-status-word';
import { rehabilitationStatuses } from '@/lib/triage/schema';
import { ResultSection } from './result-section';
import type { Assessed } from './use-assessment';

/** What helps the leg now, later, with caution, and not until cleared; and how long it takes. */
export function RehabilitationAdviceList({ assessment }: Assessed) {
  const t = useTranslations('result.rehabilitation');
  const { rehabilitation, recovery, milestones } = assessment;
  if (rehabilitation.length === 0) return null;
  return (
    <ResultSection id="rehabilitation" title={t('title')}>
      {recovery && (
        <p className="measure mb-6">
          <strong>{t('recovery')}</strong> {recovery}
        </p>
      )}
      {milestones.length > 0 && (
        <dl className="mb-6 grid gap-3">
          {milestones.map(({ to, text, basis }) => (
            <div key={to} className="measure">
              <dt className="font-semibold">{t(`milestones.${to}`)}</dt>
              <dd>
                {text} <span className="text-small text-quiet">{t(`basis.${basis}`)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {rehabilitationStatuses.map((status) => {
        const options = rehabilitation.filter((option) => option.status === status);
        if (options.length === 0) return null;
        return (
          <div key={status} className="mb-6">
            <h3 className="mb-1 text-lead">
              <RehabilitationStatusWord status={status} />
            </h3>
            <ul>
              {options.map(({ option, name, note }) => (
                <li
                  key={option}
                  className="grid gap-x-6 border-t border-line py-2 sm:grid-cols-[13rem_1fr]"
                >
                  <span>
                    <Link
                      href={`/knowledge/rehabilitation#${option}`}
                      className="inline-block py-1 font-medium"
                    >
                      {name}
                    </Link>
                  </span>
                  <span className="measure py-1">{note}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </ResultSection>
  );
}
