/** What was expected beside what came: of urgency, and of the condition that comes first. */
import { type Urgency, urgencyLevels } from '@/lib/triage/schema';
import type { CaseScore } from './score-case';

export interface UrgencyRow {
  readonly expected: Urgency;
  /** How many got each level, in the order of the levels. */
  readonly got: readonly number[];
}

/** A row for each level, the most urgent first. */
export function crossUrgency(scores: readonly CaseScore[]): UrgencyRow[] {
  return urgencyLevels.map((expected) => {
    const own = scores.filter(({ vignette }) => vignette.expected.urgency === expected);
    const got = urgencyLevels.map((level) => own.filter(({ urgency }) => urgency === level).length);
    return { expected, got };
  });
}

export interface Confusion {
  readonly expected: string;
  readonly got: string;
  readonly count: number;
}

/** Which condition came first in place of which, the most frequent confusions first. */
export function confuseConditions(scores: readonly CaseScore[]): Confusion[] {
  const counts = new Map<string, Confusion>();
  for (const { isFirst, vignette, leading } of scores) {
    if (isFirst) continue;
    const expected = vignette.expected.condition;
    const got = leading[0] ?? 'none';
    const key = `${expected} ${got}`;
    counts.set(key, { expected, got, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort(
    (a, b) =>
      b.count - a.count || a.expected.localeCompare(b.expected) || a.got.localeCompare(b.got),
  );
}
