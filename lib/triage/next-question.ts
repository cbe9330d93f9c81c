/** open rules -> what is worth asking or examining next. */
import type { NextQuestion, OpenFlag, RankedCondition } from './assessment';
import { isMoreUrgent } from './disposition';
import { type Facts, type Verdicts, verdictOn } from './engine';
import type { KnowledgeBase } from './knowledge-base';
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
export function findNextQuestions(
  base: KnowledgeBase,
  facts: Facts,
  verdicts: Verdicts,
  { urgency, notExcluded, ranking }: SoFar,
): NextQuestion[] {
  const settling = notExcluded
    .filter((flag) => isMoreUrgent(flag.urgency, urgency))
    .flatMap(({ ask, text }) => ask.map((question) => nextQuestion(question, text, 'urgency')));
  const moving = ranking
    .slice(0, leadersCount)
    .flatMap(({ name, open }) =>
      open
        .flatMap(({ id }) => verdictOn(verdicts, id).facts)
        .map((question) => nextQuestion(question, name, 'ranking')),
    );
  const fields = new Set([...base.questions, ...base.findings].map(({ id }) => id));
  const first = new Map<string, NextQuestion>();
  for (const next of [...settling, ...moving]) {
    const isUnanswered = fields.has(next.question) && facts[next.question] === undefined;
    if (isUnanswered && !first.has(next.question)) first.set(next.question, next);
  }
  return [...first.values()];
}

function nextQuestion(
  question: string,
  why: string,
  couldChange: NextQuestion['couldChange'],
): NextQuestion {
  return { question, why, couldChange };
}
