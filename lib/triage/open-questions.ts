/** open rules -> what is worth asking or examining. */
import type { NextQuestion, OpenFlag, RankedCondition } from './assessment';
import { isMoreUrgent } from './disposition';
import type { Evaluation } from './evaluation';
import type { RuleBook } from './rule-book';
import type { Urgency } from './schema';

interface SoFar {
  readonly urgency: Urgency;
  readonly notExcluded: readonly OpenFlag[];
  readonly ranking: readonly RankedCondition[];
}

/** A question that moves none of the first so many conditions is not worth asking. */
const leadersCount = 5;

/**
 * The unanswered questions and findings: first those that could raise the urgency, by the flag
 * that they would settle, then those that could move the leading conditions.
 */
export function findOpenQuestions(
  { conditionsById, fields }: RuleBook,
  { truths, factsBehind, isUnknown }: Evaluation,
  { urgency, notExcluded, ranking }: SoFar,
): NextQuestion[] {
  const asked = new Set<string>();
  const next: NextQuestion[] = [];
  for (const flag of notExcluded) {
    if (!isMoreUrgent(flag.urgency, urgency)) continue;
    for (const question of flag.ask) {
      if (asked.has(question)) continue;
      asked.add(question);
      if (!fields.has(question) || !isUnknown(question)) continue;
      next.push({ question, why: flag.text, couldChange: 'urgency' });
    }
  }
  for (const { condition, name } of ranking.slice(0, leadersCount)) {
    const pieces = conditionsById.get(condition)?.pieces ?? [];
    for (const { rule } of pieces) {
      if (truths[rule.place] !== 'open') continue;
      for (const question of factsBehind(rule)) {
        if (asked.has(question)) continue;
        asked.add(question);
        if (!fields.has(question) || !isUnknown(question)) continue;
        next.push({ question, why: name, couldChange: 'ranking' });
      }
    }
  }
  return next;
}
