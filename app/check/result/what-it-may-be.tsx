import { useTranslations } from 'next-intl';
import { isWorthShowing } from '@/lib/summary/worth-showing';
import { ConditionRow } from './condition-row';
import { EvidenceLegend } from './evidence-legend';
import { LazyDetails } from './lazy-details';
import { ResultSection } from './result-section';
import type { Assessed } from './use-assessment';

const shownMax = { patient: 3, clinician: 5 };

/** The conditions in their order: the first few, and the rest where it can be unfolded. */
export function WhatItMayBe({ base, assessment }: Pick<Assessed, 'base' | 'assessment'>) {
  const t = useTranslations('result.whatItMayBe');
  const { ranking, redFlags, audience } = assessment;
  const isFlagged = (id: string) => redFlags.some(({ condition }) => condition === id);
  const shown = ranking
    .filter(isWorthShowing)
    .filter(({ condition }, place) => place < shownMax[audience] || isFlagged(condition));
  const rest = ranking.filter((condition) => !shown.includes(condition));
  const row = (condition: (typeof ranking)[number]) => (
    <ConditionRow
      printsReasons={shown.includes(condition)}
      key={condition.condition}
      base={base}
      assessment={assessment}
      condition={condition}
    />
  );
  return (
    <ResultSection id="what-it-may-be" title={t('title')}>
      <p className="measure mb-4">{t('notADiagnosis')}</p>
      <EvidenceLegend />
      <ul className="border-b border-line">{shown.map(row)}</ul>
      <LazyDetails summary={t('showAll', { count: rest.length })}>
        {() => <ul className="border-b border-line">{rest.map(row)}</ul>}
      </LazyDetails>
    </ResultSection>
  );
}
