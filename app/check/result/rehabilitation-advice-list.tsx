import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { RehabilitationStatusWord } from '@/app/knowledge/rehabilitation-status-word';
import { rehabilitationStatuses } from '@/lib/triage/schema';
import { LaterReading } from './later-reading';
import { ResultSection } from './result-section';
import type { Assessed } from './use-assessment';

type Status = (typeof rehabilitationStatuses)[number];

/** What a patient has to know today. */
const firstRead: readonly Status[] = ['now', 'never'];

/** What helps the leg now, not until cleared, later and with caution; and how long it takes. */
export function RehabilitationAdviceList({ assessment }: Assessed) {
  const t = useTranslations('result.rehabilitation');
  const { rehabilitation, recovery, milestones, audience } = assessment;
  if (rehabilitation.length === 0) return null;
  const others = rehabilitationStatuses.filter((status) => !firstRead.includes(status));
  const optionsOf = (status: Status) => (
    <Options
      key={status}
      status={status}
      options={rehabilitation.filter((option) => option.status === status)}
    />
  );
  const prognosis = (
    <>
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
    </>
  );
  return (
    <ResultSection id="rehabilitation" title={t('title')}>
      {firstRead.map(optionsOf)}
      <LaterReading reader={audience} summary={t('later')}>
        {() => (
          <>
            {others.map(optionsOf)}
            {prognosis}
          </>
        )}
      </LaterReading>
    </ResultSection>
  );
}

interface OptionsProps {
  readonly status: Status;
  readonly options: Assessed['assessment']['rehabilitation'];
}

/** Those that may be done alike. */
function Options({ status, options }: OptionsProps) {
  if (options.length === 0) return null;
  return (
    <div className="mb-6">
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
}
