import type { SummaryCondition } from './summary';
import type { Words } from './words';

/** How likely a condition is, and whether it has to be ruled out all the same. */
export function sayLikelihood(
  { likelihoodName, isToRuleOut }: Pick<SummaryCondition, 'likelihoodName' | 'isToRuleOut'>,
  t: Words['t'],
): string {
  if (!isToRuleOut) return likelihoodName;
  return t('summary.conditions.toRuleOut', { likelihood: likelihoodName });
}
