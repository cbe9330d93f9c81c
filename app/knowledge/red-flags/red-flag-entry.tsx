import { useLocale, useTranslations } from 'next-intl';
import { UrgencyMark, UrgencyShape } from '@/app/components/urgency-mark';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { dispositionOf } from '@/lib/triage/disposition';
import type { RedFlag } from '@/lib/triage/knowledge-base';
import { say, sayTo } from '@/lib/triage/voice';
import { CitationList } from '../citation-list';
import { ConditionLink } from '../condition-link';
import { WhenInWords } from '../when-in-words';

type Milder = NonNullable<RedFlag['milder']>;

/** What the flag comes to where it is known to be less urgent. */
function MilderForm({ milder }: { milder: Milder }) {
  const t = useTranslations('knowledge.redFlags');
  const base = knowledgeBase();
  const clinician = { audience: 'clinician', language: useLocale() } as const;
  return (
    <>
      <div className="measure text-small">
        <p className="text-quiet">{t('milder')}</p>
        <WhenInWords base={base} when={milder.when} voice={clinician} />
      </div>
      <div className="measure grid content-start gap-2">
        <UrgencyMark
          urgency={milder.urgency}
          name={sayTo(dispositionOf(base, milder.urgency).name, clinician)}
          size="small"
        />
        <p>{sayTo(milder.action, clinician)}</p>
        <CitationList citations={milder.sources} sources={base.sources} />
      </div>
    </>
  );
}

/** One red flag, whole. */
export function RedFlagEntry({ flag }: { flag: RedFlag }) {
  const t = useTranslations('knowledge.redFlags');
  const language = useLocale();
  const base = knowledgeBase();
  const clinician = { audience: 'clinician', language } as const;
  const patient = { audience: 'patient', language } as const;
  return (
    <article id={flag.id} className="border-t border-line py-4">
      <h3 className="flex items-baseline gap-2 text-lead">
        <UrgencyShape urgency={flag.urgency} size={16} />
        {sayTo(flag.name, clinician)}
      </h3>
      <p className="text-small text-quiet">
        {t('toPatients', { text: sayTo(flag.name, patient) })}
      </p>
      <div className="mt-3 grid gap-x-10 gap-y-3 md:grid-cols-2">
        <div className="measure text-small">
          <WhenInWords base={base} when={flag.when} voice={clinician} />
        </div>
        <div className="measure grid content-start gap-2">
          <p>{sayTo(flag.action, clinician)}</p>
          {flag.clock && (
            <p>{t('clock', { hours: flag.clock.hours, why: say(flag.clock.why, clinician) })}</p>
          )}
          {flag.condition && (
            <p>
              {t('pointsTo')} <ConditionLink id={flag.condition} />
            </p>
          )}
          {flag.alsoConsider.length > 0 && (
            <p className="text-small">
              {t('alsoConsider')}{' '}
              {flag.alsoConsider.map((id, place) => (
                <span key={id}>
                  {place > 0 && ', '}
                  <ConditionLink id={id} />
                </span>
              ))}
            </p>
          )}
          <CitationList citations={flag.sources} sources={base.sources} />
        </div>
        {flag.milder && <MilderForm milder={flag.milder} />}
      </div>
    </article>
  );
}
