/** How the time for a whole Assessment grows with the number of rules. */
import type { Input } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { twinOf } from '@/lib/triage/twin';
import { enlarge } from './enlarge';
import { assessedAt } from './find-wrong';
import { roundTo } from './median';
import { race } from './race';

const growthFactors = [1, 3, 10, 30] as const;

export interface Growth {
  readonly rules: number;
  /** For one Assessment: the rules and all that follows. */
  readonly microseconds: number;
  /** For the rules alone. */
  readonly rulesOnlyMicroseconds: number;
  /** How the time has grown since the first, over how the rules have; up to 1 is as wished. */
  readonly relative: number;
}

export async function measureGrowth(
  base: KnowledgeBase,
  inputs: readonly Input[],
): Promise<Growth[]> {
  const twins = growthFactors.map((factor) => twinOf(enlarge(base, factor)));
  const runners = twins.flatMap(({ book, evaluate }, place) => [
    {
      name: `full ${place}`,
      pass: () => {
        for (const input of inputs) conclude(book, input, evaluate(input), assessedAt);
        return inputs.length;
      },
    },
    {
      name: `rules ${place}`,
      pass: () => {
        for (const input of inputs) evaluate(input);
        return inputs.length;
      },
    },
  ]);
  const times = await race(runners, { rounds: 41, sliceMs: 20, warmUpMs: 800 });
  const first = { rules: twins[0]?.book.rules.length ?? 1, time: times.get('full 0') ?? 1 };
  return twins.map(({ book: { rules } }, place) => {
    const time = times.get(`full ${place}`) ?? Number.NaN;
    return {
      rules: rules.length,
      microseconds: roundTo(4, time),
      rulesOnlyMicroseconds: roundTo(4, times.get(`rules ${place}`) ?? Number.NaN),
      relative: roundTo(3, time / first.time / (rules.length / first.rules)),
    };
  });
}
