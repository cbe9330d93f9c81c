/** What would change the result: every answer and finding that is still unknown, tried. */
import { isMoreUrgent, urgencyRank } from './disposition';
import { type Explored, exploreWith, type Outcome } from './explore';
import { type Supposition, suppositionsOf } from './suppositions';
import type { Twin } from './twin';

export interface WhatIf {
  /** One, or two that change something only together. */
  readonly suppositions: readonly Supposition[];
  /** What would follow. */
  readonly outcome: Outcome;
}

/** Answers to the same questions with the same outcome. */
export interface Change {
  /** One field, or two that change something only together, each with the answers that do. */
  readonly when: readonly {
    readonly field: string;
    readonly answers: readonly Supposition['answer'][];
  }[];
  readonly outcome: Outcome;
}

/** Every unanswered question with every option, every untested finding, in the order of the knowledge base. */
export function sweep(twin: Twin, now: Explored): WhatIf[] {
  return openSuppositions(twin, now).map((one) => ({
    suppositions: [one],
    outcome: exploreWith(twin, now, factOf(one)).outcome,
  }));
}

/** The answers that would change the urgency or the first condition: those that raise it first. */
export function findChanges(twin: Twin, now: Explored): WhatIf[] {
  const changes = sweep(twin, now).filter(({ outcome }) => differs(outcome, now.outcome));
  return sortByOutcome(changes, now.outcome);
}

/**
 * Pairs of answers, to two questions, that change the urgency or the first condition together
 * though neither does alone; in the order of `findChanges`. It tries tens of thousands.
 */
export function findPairs(twin: Twin, now: Explored): WhatIf[] {
  const idle = openSuppositions(twin, now)
    .map((one) => ({ one, next: exploreWith(twin, now, factOf(one)) }))
    .filter(({ next }) => !differs(next.outcome, now.outcome));
  const pairs: WhatIf[] = [];
  for (const [place, { one, next }] of idle.entries()) {
    for (const { one: other } of idle.slice(place + 1)) {
      if (other.field === one.field || !next.evaluation.isUnknown(other.field)) continue;
      const { outcome } = exploreWith(twin, next, factOf(other));
      if (differs(outcome, now.outcome)) pairs.push({ suppositions: [one, other], outcome });
    }
  }
  return sortByOutcome(pairs, now.outcome);
}

/** The answers that could still come. */
function openSuppositions({ book }: Twin, { evaluation }: Explored): Supposition[] {
  const suppositions: Supposition[] = [];
  for (const [field, answers] of suppositionsOf(book)) {
    if (evaluation.isUnknown(field)) suppositions.push(...answers);
  }
  return suppositions;
}

function factOf({ field, answer }: Supposition) {
  return { [field]: answer };
}

export function makesMoreUrgent({ urgency }: Outcome, than: Outcome): boolean {
  return isMoreUrgent(urgency, than.urgency);
}

function differs(a: Outcome, b: Outcome): boolean {
  return a.urgency !== b.urgency || a.condition !== b.condition;
}

/** What makes it more urgent, the most urgent first; then what makes it less so; then the rest. */
function sortByOutcome(changes: readonly WhatIf[], now: Outcome): WhatIf[] {
  const group = ({ outcome: { urgency } }: WhatIf) => {
    if (urgency === now.urgency) return 2;
    return isMoreUrgent(urgency, now.urgency) ? 0 : 1;
  };
  const rank = ({ outcome }: WhatIf) => urgencyRank(outcome.urgency);
  return [...changes].sort((a, b) => group(a) - group(b) || rank(a) - rank(b));
}

/** One line for the answers to one question that come to the same. */
export function mergeAnswers(changes: readonly WhatIf[]): Change[] {
  const merged = new Map<string, Map<string, Supposition['answer'][]>>();
  const outcomes = new Map<string, Outcome>();
  for (const { suppositions, outcome } of changes) {
    const [first, ...others] = suppositions;
    if (!first) continue;
    const { urgency, condition } = outcome;
    const rest = others.map(({ field, answer }) => [field, answer]);
    const key = JSON.stringify([first.field, rest, urgency, condition]);
    const fields = merged.get(key) ?? new Map(others.map(({ field, answer }) => [field, [answer]]));
    fields.set(first.field, [...(fields.get(first.field) ?? []), first.answer]);
    merged.set(key, fields);
    if (!outcomes.has(key)) outcomes.set(key, outcome);
  }
  return [...merged].flatMap(([key, fields]) => {
    const outcome = outcomes.get(key);
    const when = [...fields].map(([field, answers]) => ({ field, answers }));
    return outcome ? [{ when: when.reverse(), outcome }] : [];
  });
}
