import type { Assessment, RankedCondition } from '../../triage/assessment';

/** The conditions that a provider should think of: plausible, or pointed to by a red flag; in order. */
export function consideredIn({ ranking }: Pick<Assessment, 'ranking'>): RankedCondition[] {
  return ranking.filter(({ pinned, plausible }) => pinned || plausible);
}
