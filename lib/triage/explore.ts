/** The way through the house once more, in microseconds: the urgency, the ceiling, the first condition. */
import { firstCondition, type Standing, weighAll, weigherOf } from './ranking';
import type { RuleBook } from './rule-book';
import type { Urgency } from './schema';
import type { Twin, TwinEvaluation } from './twin';
import type { Supposed } from './typed-facts';
import { judgeUrgency } from './urgency';

export interface Outcome {
  readonly urgency: Urgency;
  readonly ceiling: Urgency;
  /** The id of the condition that comes first. */
  readonly condition: string;
}

/** An evaluation, with what follows from it. */
export interface Explored {
  readonly evaluation: TwinEvaluation;
  /** In the order of the rule book's conditions. */
  readonly standings: readonly Standing[];
  readonly outcome: Outcome;
}

/** What follows from what is known. */
export function explore({ book }: Twin, evaluation: TwinEvaluation): Explored {
  const standings = weighAll(book, evaluation.truths);
  return { evaluation, standings, outcome: outcomeOf(book, evaluation, standings) };
}

/** What would follow if these facts were so; only what they touch is weighed anew. */
export function exploreWith(
  { book, suppose }: Twin,
  before: Explored,
  facts: Readonly<Record<string, Supposed>>,
): Explored {
  const evaluation = suppose(before.evaluation, facts);
  const standings = before.standings.slice();
  const weigh = weigherOf(book);
  let last = -1;
  for (const rule of evaluation.changed) {
    const place = book.weighedBy[rule];
    // The rules of one condition stand side by side, as a rule.
    if (place === undefined || place === last) continue;
    standings[place] = weigh(place, evaluation.truths);
    last = place;
  }
  return { evaluation, standings, outcome: outcomeOf(book, evaluation, standings) };
}

function outcomeOf(
  book: RuleBook,
  evaluation: TwinEvaluation,
  standings: readonly Standing[],
): Outcome {
  const { urgency, urgencyCeiling } = judgeUrgency(book, evaluation, standings);
  const condition = firstCondition(book, evaluation.truths, standings);
  return { urgency, ceiling: urgencyCeiling, condition };
}
