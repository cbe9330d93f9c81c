import type { Assessment } from '../triage/assessment';
import { ruleId } from '../triage/knowledge-base';

export type Outcome = 'assessed' | 'nothing-supported' | 'out-of-scope';

/** Whether the tool could assess this at all; where it could not, nothing may sound like a result. */
export function outcomeOf({
  scope,
  urgencyReasons,
}: Pick<Assessment, 'scope' | 'urgencyReasons'>): Outcome {
  if (scope === 'out') return 'out-of-scope';
  const nothing = ruleId.floor('nothingSupported');
  return urgencyReasons.some(({ rule }) => rule === nothing) ? 'nothing-supported' : 'assessed';
}
