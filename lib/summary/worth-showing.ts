import type { RankedCondition } from '../triage/assessment';

/**
 * Whether a condition belongs among the first that anybody reads: a flag points to it, or something
 * speaks for it and it is at least possible. The rest can be unfolded.
 */
export function isWorthShowing(condition: RankedCondition): boolean {
  const { pinned, plausible, likelihood, supports } = condition;
  return pinned || plausible || (likelihood !== 'less-likely' && supports.length > 0);
}
