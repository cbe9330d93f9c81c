/**
 * How often the ceiling is more than a bound: some way of filling in the unknown does bring it. The
 * search is greedy, so what it does not find may be there all the same: the share is a lower bound.
 */

import type { Input } from '@/lib/triage/answers';
import { isMoreUrgent } from '@/lib/triage/disposition';
import { type Explored, explore, exploreWith } from '@/lib/triage/explore';
import type { Standing } from '@/lib/triage/ranking';
import { type Supposition, suppositionsOf } from '@/lib/triage/suppositions';
import type { Twin } from '@/lib/triage/twin';

export interface CeilingAttained {
  /** Inputs whose ceiling is above their urgency. */
  readonly open: number;
  /** Those of them for which a way to the ceiling was found. */
  readonly attained: number;
  readonly share: number;
}

export function measureCeilingAttained(twin: Twin, inputs: readonly Input[]): CeilingAttained {
  const open = inputs
    .map((input) => explore(twin, twin.evaluate(input)))
    .filter(({ outcome }) => outcome.urgency !== outcome.ceiling);
  const attained = open.filter((now) => canAttain(twin, now)).length;
  return { open: open.length, attained, share: open.length === 0 ? 1 : attained / open.length };
}

/** Takes, again and again, the answer that brings it nearest to the ceiling without lowering that. */
function canAttain(twin: Twin, start: Explored): boolean {
  const { ceiling } = start.outcome;
  let now = start;
  while (now.outcome.urgency !== ceiling) {
    const steps = openSuppositions(twin, now)
      .map(({ field, answer }) => exploreWith(twin, now, { [field]: answer }))
      .filter(({ outcome }) => outcome.ceiling === ceiling);
    const best = steps.reduce<Explored | undefined>(
      (nearest, step) => (nearest && !isNearer(step, nearest) ? nearest : step),
      undefined,
    );
    if (!best) return false;
    now = best;
  }
  return true;
}

function openSuppositions({ book }: Twin, { evaluation }: Explored): Supposition[] {
  return [...suppositionsOf(book)].flatMap(([field, answers]) =>
    evaluation.isUnknown(field) ? answers : [],
  );
}

/** More urgent; else with a condition that is nearer to plausible, or with more rules that fire. */
function isNearer(a: Explored, b: Explored): boolean {
  if (a.outcome.urgency !== b.outcome.urgency) {
    return isMoreUrgent(a.outcome.urgency, b.outcome.urgency);
  }
  return progressOf(a) > progressOf(b);
}

function progressOf({ standings, evaluation }: Explored): number {
  const possible = standings.filter((one) => one.couldBePlausible);
  const odds = Math.max(...possible.map((standing: Standing) => standing.logOdds));
  return odds + evaluation.truths.filter((truth) => truth === true).length;
}
