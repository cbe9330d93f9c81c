/** A rule of the same form that asks the same questions for other options and thresholds. */
import { comparisonsOf } from '@/lib/triage/knowledge-base';
import type { Comparison, When } from '@/lib/triage/schema';
import { makeRandom, type Random } from './random';

export type Shift = (when: When) => When;

/**
 * @param models rules of the same kind: what they ask for is what is drawn from
 * @param seed another one draws others
 */
export function makeShift(models: readonly When[], seed: number): Shift {
  const optionsRead = new Map<string, Set<string>>();
  for (const comparison of models.flatMap(comparisonsOf)) {
    const read = optionsRead.get(keyOf(comparison)) ?? new Set();
    for (const one of Array.isArray(comparison.value) ? comparison.value : []) read.add(one);
    optionsRead.set(keyOf(comparison), read);
  }
  const random = makeRandom(seed);
  const shift = (comparison: Comparison): Comparison => {
    const { value } = comparison;
    if (!Array.isArray(value))
      return { ...comparison, value: value + random.number() } as Comparison;
    const options = [...(optionsRead.get(keyOf(comparison)) ?? [])];
    return { ...comparison, value: draw(options, value.length, random) } as Comparison;
  };
  return (when) => shiftWhen(when, shift);
}

function keyOf({ fact, operator }: Comparison): string {
  return `${operator} ${fact}`;
}

function shiftWhen(when: When, shift: (comparison: Comparison) => Comparison): When {
  if ('fact' in when) return shift(when);
  const shiftAll = (parts: readonly When[]) => parts.map((part) => shiftWhen(part, shift));
  return 'all' in when ? { all: shiftAll(when.all) } : { any: shiftAll(when.any) };
}

/** So many of them, in the order in which they stand. */
function draw(values: readonly string[], count: number, random: Random): string[] {
  if (values.length < count) throw new Error('bench: too few options to draw from');
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(random.pick(values) ?? '');
  return values.filter((value) => drawn.has(value));
}
