/** red flags that are present -> the conditions that they put first, or only want ruled out. */
import { urgencyRank } from './disposition';
import type { Truth } from './engine';
import { formOf } from './red-flags';
import type { RuleBook } from './rule-book';
import type { RuledFlag } from './ruled';

/** The conditions that a present red flag puts first, by place, with the rank of its urgency. */
export function findPinned(
  { flags, flagRules }: RuleBook,
  truths: readonly Truth[],
  doAllPin = false,
): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  for (let at = 0; at < flagRules.length; at += 1) {
    if (truths[flagRules[at] ?? 0] !== true) continue;
    const flag = flags[at];
    if (flag === undefined || flag.condition === null) continue;
    if (!doAllPin && !doesPin(flag, truths)) continue;
    const rank = urgencyRank(formOf(flag, truths).urgency);
    ranks.set(flag.condition, Math.min(rank, ranks.get(flag.condition) ?? rank));
  }
  return ranks;
}

/** The places of the conditions that a present red flag wants ruled out without putting them first. */
export function findUnpinned(
  { flags, flagRules }: RuleBook,
  truths: readonly Truth[],
): ReadonlySet<number | null> {
  const conditions = new Set<number | null>();
  for (let at = 0; at < flagRules.length; at += 1) {
    const flag = flags[at];
    if (truths[flagRules[at] ?? 0] !== true || flag === undefined) continue;
    if (!doesPin(flag, truths)) conditions.add(flag.condition);
  }
  return conditions;
}

/** Whether a present red flag puts its condition first, in the form that it takes. */
function doesPin(flag: RuledFlag, truths: readonly Truth[]): boolean {
  return flag.flag.pins !== false && formOf(flag, truths).pins !== false;
}
