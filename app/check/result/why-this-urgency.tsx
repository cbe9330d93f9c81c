import { useTranslations } from 'next-intl';
import { UrgencyMark } from '@/app/components/urgency-mark';
import type { UrgencyReason } from '@/lib/triage/assessment';
import { dispositionOf, isMoreUrgent } from '@/lib/triage/disposition';
import { ruleId } from '@/lib/triage/knowledge-base';
import type { Urgency } from '@/lib/triage/schema';
import { sayTo } from '@/lib/triage/voice';
import { LazyDetails } from './lazy-details';
import { ResultSection } from './result-section';
import type { Assessed } from './use-assessment';

/** What set the urgency, what else counts, and how much worse the unknown could make it. */
export function WhyThisUrgency({ base, assessment }: Pick<Assessed, 'base' | 'assessment'>) {
  const t = useTranslations('result.why');
  const { urgency, urgencyCeiling, urgencyReasons, audience, language } = assessment;
  const nameOf = (level: Urgency) => sayTo(dispositionOf(base, level).name, { audience, language });
  const setting = urgencyReasons.filter((reason) => reason.urgency === urgency);
  const others = urgencyReasons.filter((reason) => reason.urgency !== urgency);
  const line = ({ rule, text, urgency: level }: UrgencyReason) => (
    <li key={rule} className="grid gap-x-6 border-t border-line py-2 @xl:grid-cols-[15rem_1fr]">
      <UrgencyMark urgency={level} name={nameOf(level)} size="small" />
      <span>
        {text}
        {rule.startsWith(ruleId.floor('')) && (
          <span className="block text-small text-quiet">{t('floor')}</span>
        )}
      </span>
    </li>
  );
  return (
    <ResultSection id="why" title={t('title')}>
      <ul className="border-b border-line">{setting.map(line)}</ul>
      {others.length > 0 && (
        <LazyDetails summary={t('others', { count: others.length })}>
          {() => <ul className="border-b border-line">{others.map(line)}</ul>}
        </LazyDetails>
      )}
      {isMoreUrgent(urgencyCeiling, urgency) && (
        <p className="measure mt-4">{t('ceiling', { level: nameOf(urgencyCeiling) })}</p>
      )}
    </ResultSection>
  );
}
