/** What it costs to explore a half-answered intake: everything that could come, and one answer. */
import type { Input } from '@/lib/triage/answers';
import { explore, exploreWith } from '@/lib/triage/explore';
import { suppositionsOf } from '@/lib/triage/suppositions';
import type { Twin } from '@/lib/triage/twin';
import { sweep } from '@/lib/triage/what-if';
import { median, roundTo } from './median';

export interface WhatIfCost {
  /** Of processor time: every unanswered question with every option, every untested finding. */
  readonly whatIfMs: number;
  /** From one changed answer to the new urgency, ceiling and first condition. */
  readonly oneAnswerMicroseconds: number;
  /** What one sweep tries, on average. */
  readonly suppositions: number;
}

const warmUpMs = 1500;
const samples = 31;

/** @param inputs half-answered */
export function measureWhatIf(twin: Twin, inputs: readonly Input[]): WhatIfCost {
  const starts = inputs.map((input) => explore(twin, twin.evaluate(input)));
  let tried = 0;
  const sweepAll = () => {
    tried = 0;
    for (const start of starts) tried += sweep(twin, start).length;
  };
  const steps = starts.map((start) => ({
    start,
    changes: [...suppositionsOf(twin.book)].flatMap(([field, answers]) =>
      start.evaluation.isUnknown(field) ? answers.map(({ answer }) => ({ [field]: answer })) : [],
    ),
  }));
  const stepAll = () => {
    for (const { start, changes } of steps) {
      for (const change of changes) exploreWith(twin, start, change);
    }
  };
  const sweepMs = cpuMs(sweepAll);
  const stepMs = cpuMs(stepAll);
  return {
    whatIfMs: roundTo(3, sweepMs / starts.length),
    oneAnswerMicroseconds: roundTo(3, (stepMs * 1000) / tried),
    suppositions: Math.round(tried / starts.length),
  };
}

/** The median processor time of one run, warmed up. */
function cpuMs(run: () => void): number {
  const start = performance.now();
  while (performance.now() - start < warmUpMs) run();
  return median(
    Array.from({ length: samples }, () => {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}
