/** Draws one case after the other and holds every law against it. */
import { makeRecheck } from '@/lib/triage/recheck';
import type { Twin } from '@/lib/triage/twin';
import { type Case, makeDrawCase } from './draw-case';
import { type Law, laws, openCourt } from './laws';
import { shrink } from './shrink';

export interface Violation {
  readonly law: string;
  readonly says: string;
  /** The number of the case, for the seed. */
  readonly number: number;
  /** What happened, in words, in the smallest case that shows it. */
  readonly how: string;
  readonly smallest: Case;
}

/** The cases from a number on. */
export interface Stretch {
  readonly from: number;
  readonly count: number;
}

export interface Checked {
  readonly cases: number;
  /** At most one for each law. */
  readonly violations: readonly Violation[];
  /** By the place of a rule: how often it was true, false and open. */
  readonly truths: readonly {
    readonly true: number;
    readonly false: number;
    readonly open: number;
  }[];
}

export type CheckCases = (stretch: Stretch) => Promise<Checked>;

export function makeCheckCases(twin: Twin, seed: number, checked = laws): CheckCases {
  const drawCase = makeDrawCase(twin, seed);
  const recheck = makeRecheck(twin);
  const breakingOf = async (law: Law, one: Case) =>
    law.brokenBy(one, openCourt(twin, recheck, one));
  return async ({ from, count }) => {
    const truths = twin.book.rules.map(() => ({ true: 0, false: 0, open: 0 }));
    const violations = new Map<string, Violation>();
    for (let number = from; number < from + count; number += 1) {
      const one = drawCase(number);
      const court = openCourt(twin, recheck, one);
      for (const law of checked) {
        if (number % (law.every ?? 1) !== 0) continue;
        const how = await law.brokenBy(one, court);
        if (how === null || violations.has(law.id)) continue;
        const smallest = await shrink(one, async (it) => (await breakingOf(law, it)) !== null);
        violations.set(law.id, {
          law: law.id,
          says: law.says,
          number,
          how: (await breakingOf(law, smallest)) ?? how,
          smallest,
        });
      }
      for (const [place, truth] of court.judge(one.known).evaluation.truths.entries()) {
        const counted = truths[place];
        if (counted) counted[truth === 'open' ? 'open' : truth ? 'true' : 'false'] += 1;
      }
    }
    return { cases: count, violations: [...violations.values()], truths };
  };
}

/** Two stretches as one. */
export function addChecked(a: Checked, b: Checked): Checked {
  const known = new Set(a.violations.map(({ law }) => law));
  return {
    cases: a.cases + b.cases,
    violations: [...a.violations, ...b.violations.filter(({ law }) => !known.has(law))],
    truths: b.truths.map((one, place) => {
      const other = a.truths[place] ?? { true: 0, false: 0, open: 0 };
      return {
        true: one.true + other.true,
        false: one.false + other.false,
        open: one.open + other.open,
      };
    }),
  };
}
