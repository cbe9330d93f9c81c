import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { urgencyRank } from '@/lib/triage/disposition';
import type { Condition } from '@/lib/triage/knowledge-base';
import { say, sayTo } from '@/lib/triage/voice';
import { commonFive } from './common-five';
import { ConditionRows } from './condition-rows';
import { Section } from './section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge');
  return { title: t('conditions.title') };
}

/** All conditions: the common five, then what must not be missed, then the rest by name. */
export default async function KnowledgePage() {
  const t = await getTranslations('knowledge');
  const language = await getLocale();
  const base = knowledgeBase();
  const name = (condition: Condition) => sayTo(condition.name, { audience: 'clinician', language });
  const byName = (a: Condition, b: Condition) => name(a).localeCompare(name(b), language);

  const common = commonFive.flatMap((id) => base.conditions.filter((one) => one.id === id));
  const others = base.conditions.filter((condition) => !common.includes(condition));
  const dangerous = others
    .filter((condition) => condition.dangerous)
    .sort(
      (a, b) => urgencyRank(a.referral.urgency) - urgencyRank(b.referral.urgency) || byName(a, b),
    );
  const rest = others.filter((condition) => !condition.dangerous).sort(byName);

  return (
    <>
      <h1 className="text-display">{t('conditions.heading', { count: base.conditions.length })}</h1>
      <p className="measure mt-4 mb-10 text-lead">{say(base.population, { language })}</p>
      <Section id="common" title={t('conditions.common')}>
        <ConditionRows conditions={common} />
      </Section>
      <Section id="dangerous" title={t('conditions.dangerous')}>
        <ConditionRows conditions={dangerous} />
      </Section>
      <Section id="others" title={t('conditions.others')}>
        <ConditionRows conditions={rest} />
      </Section>
    </>
  );
}
