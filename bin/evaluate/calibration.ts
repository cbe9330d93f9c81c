/** How often the first condition was right, by how likely it was said to be. */
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Likelihood } from '@/lib/triage/schema';
import type { CaseScore } from './score-case';
import { type Share, shareOf } from './share';

export interface Band {
  readonly likelihood: Likelihood;
  readonly fromOdds: number;
  /** The probabilities that its odds stand for, from 0 to 1. */
  readonly impliedLow: number;
  readonly impliedHigh: number;
  readonly right: Share;
  /** Whether the interval of what was right and the implied range have something in common. */
  readonly agrees: boolean;
}

/** A band for each word, the most likely first. */
export function calibrate(
  scores: readonly CaseScore[],
  likelihoods: KnowledgeBase['reasoning']['likelihoods'],
): Band[] {
  return likelihoods.map(({ id, fromOdds }, place) => {
    const own = scores.filter(({ likelihood }) => likelihood === id);
    const right = shareOf(own.filter(({ isFirst }) => isFirst).length, own.length);
    const above = likelihoods[place - 1];
    const impliedLow = probabilityOf(fromOdds);
    const impliedHigh = above ? probabilityOf(above.fromOdds) : 1;
    const agrees = right.low <= impliedHigh && right.high >= impliedLow;
    return { likelihood: id, fromOdds, impliedLow, impliedHigh, right, agrees };
  });
}

function probabilityOf(odds: number): number {
  return odds / (1 + odds);
}
