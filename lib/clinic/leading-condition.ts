import type { Assessment, RankedCondition } from '@/lib/triage/assessment';
import { isToRuleOut } from '@/lib/triage/say-likelihood';

/** What tells which condition an assessment is about. */
export type Led = Pick<Assessment, 'ranking' | 'redFlags' | 'referral'>;

/**
 * The condition that stands for an assessment in a few words: the one that a red flag wants ruled
 * out where the guidance follows it, else the first.
 */
export function leadingCondition(assessment: Led): RankedCondition | undefined {
  const { ranking, referral } = assessment;
  const led = ranking.find(({ condition }) => condition === referral.condition);
  return led && isToRuleOut(assessment, led) ? led : ranking[0];
}
