import { useTranslations } from 'next-intl';
import { UrgencyMark } from '@/app/components/urgency-mark';
import type { OpenFlag } from '@/lib/triage/assessment';
import { describeField } from '@/lib/triage/describe-answer';
import { dispositionOf } from '@/lib/triage/disposition';
import type { Urgency } from '@/lib/triage/schema';
import { sayTo } from '@/lib/triage/voice';
import type { LiveAssessment } from './use-live-assessment';

const voice = { audience: 'clinician', language: 'en' } as const;
const shownMax = 5;

/** The red flags that are present, and those not excluded with what would settle them. */
export function FlagsNow({ live: { base, assessment } }: { live: LiveAssessment }) {
  const t = useTranslations('intake.flags');
  const { redFlags, notExcluded } = assessment;
  const nameOf = (urgency: Urgency) => sayTo(dispositionOf(base, urgency).name, voice);
  const fields = [...base.questions, ...base.findings];
  const open = ({ id, text, urgency, ask }: OpenFlag) => (
    <li key={id} className="py-1">
      <span className="font-medium">{text}</span>{' '}
      <UrgencyMark urgency={urgency} name={t('ifSo', { level: nameOf(urgency) })} size="small" />
      <span className="block text-quiet">
        {t('settledBy')}{' '}
        {ask.slice(0, 3).map((field, place) => {
          const found = fields.find((one) => one.id === field);
          return (
            found && (
              <span key={field}>
                {place > 0 && '; '}
                <a href={`#f-${field}`}>{describeField(found, voice)}</a>
              </span>
            )
          );
        })}
      </span>
    </li>
  );
  return (
    <section aria-labelledby="flags-title" className="mt-4 border-t border-line pt-2">
      <h2 id="flags-title">{t('title')}</h2>
      {redFlags.length === 0 && <p>{t('none')}</p>}
      <ul>
        {redFlags.map(({ id, text, action, urgency, because }) => (
          <li key={id} className="changed py-1">
            <span className="font-medium">{text}</span>{' '}
            <UrgencyMark urgency={urgency} name={nameOf(urgency)} size="small" />
            <span className="block">{action}</span>
            <span className="block text-quiet">
              {t('because', { facts: because.map((fact) => fact.text).join('; ') })}
            </span>
          </li>
        ))}
      </ul>
      <h3 className="mt-2 font-semibold">{t('notExcluded', { count: notExcluded.length })}</h3>
      <ul>{notExcluded.slice(0, shownMax).map(open)}</ul>
      {notExcluded.length > shownMax && (
        <details>
          <summary className="min-h-6 text-accent underline">
            {t('more', { count: notExcluded.length - shownMax })}
          </summary>
          <ul>{notExcluded.slice(shownMax).map(open)}</ul>
        </details>
      )}
    </section>
  );
}
