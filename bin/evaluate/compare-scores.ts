/** Which cases move when other rules are used, and whether for the better. */
import type { Urgency } from '@/lib/triage/schema';
import type { CaseScore } from './score-case';

/** The worst first; a case is `mixed` where one thing got better and another worse. */
export const verdicts = ['worse', 'mixed', 'as-good', 'better'] as const;
export type Verdict = (typeof verdicts)[number];

interface Stand {
  readonly urgency: Urgency;
  readonly first: string;
}

export interface Move {
  readonly verdict: Verdict;
  readonly score: CaseScore;
  readonly before: Stand;
  readonly now: Stand;
  /** What got better or worse, such as `+ urgency`, `- red flags`. */
  readonly changes: readonly string[];
}

/** The scores are of the same vignettes in the same order; the worst moves come first. */
export function compareScores(before: readonly CaseScore[], now: readonly CaseScore[]): Move[] {
  const moves = now.flatMap((score, place) => {
    const earlier = before[place];
    if (earlier?.vignette !== score.vignette) throw new RangeError(`case-missing: ${place}`);
    return compareCase(earlier, score) ?? [];
  });
  return moves.sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
}

/** How far a case is from what is expected, the lower the better. */
const distances: Readonly<Record<string, (score: CaseScore) => number>> = {
  // Whoever is under-triaged is worse off than anybody who is not.
  urgency: ({ isUnderTriaged, levelsOver }) => (isUnderTriaged ? 10 : 0) + Math.abs(levelsOver),
  condition: ({ isFirst, isWithinThree }) => (isFirst ? 0 : isWithinThree ? 1 : 2),
  dangers: ({ missed }) => missed.length,
  'red flags': ({ flagsMissing, flagsUnwanted }) => flagsMissing.length + flagsUnwanted.length,
};

function compareCase(before: CaseScore, now: CaseScore): Move | null {
  const differences = Object.entries(distances).map(
    ([what, distance]) => [what, distance(before) - distance(now)] as const,
  );
  const isBetter = differences.some(([, difference]) => difference > 0);
  const isWorse = differences.some(([, difference]) => difference < 0);
  const stands = { before: standOf(before), now: standOf(now) };
  const isElse =
    stands.before.urgency !== stands.now.urgency || stands.before.first !== stands.now.first;
  if (!isBetter && !isWorse && !isElse) return null;
  const verdict =
    isBetter && isWorse ? 'mixed' : isWorse ? 'worse' : isBetter ? 'better' : 'as-good';
  const changes = differences.flatMap(([what, difference]) =>
    difference === 0 ? [] : [`${difference > 0 ? '+' : '-'} ${what}`],
  );
  return { verdict, score: now, ...stands, changes };
}

function standOf({ urgency, leading }: CaseScore): Stand {
  return { urgency, first: leading[0] ?? 'none' };
}
