/** A rule of the same form that asks for something else, and that nobody has asked for before. */
import { comparisonsOf, type KnowledgeBase } from '@/lib/triage/knowledge-base';
import { operatorReads } from '@/lib/triage/operators';
import { ruleBookOf } from '@/lib/triage/rule-book';
import type { Comparison, When } from '@/lib/triage/schema';
import { makeRandom, type Random } from './random';

export type Shift = (when: When) => When;

/**
 * So often a rule is drawn again that is there already. Then a bound is added to it that hardly
 * anybody fails, such as an age of 0.37 years: one comparison more, and as likely to fire as before.
 */
const drawsMax = 10;

export function makeShift(base: KnowledgeBase, seed: number) {
  const { rules, conditions } = ruleBookOf(base);
  const random = makeRandom(seed);
  const taken = new Set(rules.map(({ when }) => JSON.stringify(when)));
  const evidence = conditions.flatMap(({ pieces }) => pieces.map(({ rule }) => rule.when));

  const number = base.questions.find(({ type }) => type === 'number');
  if (!number) throw new Error('bench: no question asks for a number');
  const easyBound = (): Comparison => ({
    fact: number.id,
    operator: 'greaterThanInclusive',
    value: (number.minimum ?? 0) + random.number(),
  });

  const shiftLike = (whens: readonly When[]): Shift => {
    const models = whens.flatMap(comparisonsOf);
    return (when) => {
      for (let draws = 0; draws < drawsMax; draws += 1) {
        const shifted = shiftWhen(when, (one) => shiftComparison(one, models, random));
        const text = JSON.stringify(shifted);
        if (taken.has(text)) continue;
        taken.add(text);
        return shifted;
      }
      return { all: [shiftWhen(when, (one) => shiftComparison(one, models, random)), easyBound()] };
    };
  };
  return {
    shiftEvidence: shiftLike(evidence),
    shiftFlag: shiftLike(base.redFlags.map(({ when }) => when)),
  };
}

function shiftWhen(when: When, shift: (comparison: Comparison) => Comparison): When {
  if ('fact' in when) return shift(when);
  const shiftAll = (parts: readonly When[]) => parts.map((part) => shiftWhen(part, shift));
  return 'all' in when ? { all: shiftAll(when.all) } : { any: shiftAll(when.any) };
}

/** @param models the comparisons whose facts, options and thresholds may be drawn */
function shiftComparison(
  { operator, value }: Comparison,
  models: readonly Comparison[],
  random: Random,
): Comparison {
  const model = random.pick(models.filter((one) => one.operator === operator));
  if (!model) throw new Error(`bench: nothing is there for ${operator} to read`);
  const { fact } = model;
  switch (operator) {
    case 'in':
    case 'isNoneOf':
    case 'includesAny':
    case 'includesNone': {
      const options = optionsRead(models, fact, operatorReads[operator]);
      const count = Array.isArray(value) ? value.length : 1;
      return { fact, operator, value: draw(options, count, random) };
    }
    default: {
      const near = typeof model.value === 'number' ? model.value : 0;
      return { fact, operator, value: near + random.number() };
    }
  }
}

function optionsRead(models: readonly Comparison[], fact: string, type: string): string[] {
  const read = models.filter((one) => one.fact === fact && operatorReads[one.operator] === type);
  return [...new Set(read.flatMap(({ value }) => (Array.isArray(value) ? value : [])))];
}

/** So many of them, or all there are; in the order in which they stand. */
function draw(values: readonly string[], count: number, random: Random): string[] {
  const drawn = new Set<string>();
  const wanted = Math.min(count, values.length);
  while (drawn.size < wanted) drawn.add(random.pick(values) ?? '');
  return values.filter((value) => drawn.has(value));
}
