/** Rules that are open though every answer agrees are found, and no others. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meets } from '@/bin/laws/meets';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { comparisonsOf } from '@/lib/triage/knowledge-base';
import { findNeedlesslyOpen } from '@/lib/triage/needlessly-open';
import type { Comparison, When } from '@/lib/triage/schema';

const base = knowledgeBase();
const fields = [...base.questions, ...base.findings].map((field) => [field.id, field] as const);
const facts = new Map<string, (typeof fields)[number][1] | 'score'>([
  ...fields,
  ...base.instruments.map(({ id }) => [id, 'score'] as const),
]);

const is = (fact: string, ...value: string[]): Comparison => ({ fact, operator: 'in', value });
const isNot = (fact: string, ...value: string[]): Comparison => ({
  fact,
  operator: 'isNoneOf',
  value,
});
const has = (fact: string, ...value: string[]): Comparison => ({
  fact,
  operator: 'includesAny',
  value,
});
const under = (fact: string, value: number): Comparison => ({ fact, operator: 'lessThan', value });
const from = (fact: string, value: number): Comparison => ({
  fact,
  operator: 'greaterThanInclusive',
  value,
});

describe('found', () => {
  const rows: [string, When, string[]][] = [
    ['always true', { any: [under('age', 30), from('age', 30)] }, ['age']],
    ['never true', { all: [under('age', 30), from('age', 30)] }, ['age']],
    [
      'two options of a single choice',
      { all: [is('side', 'left'), is('side', 'right')] },
      ['side'],
    ],
    ['all options, in two parts', { any: [is('fever', 'no'), isNot('fever', 'no')] }, ['fever']],
    [
      'none of these, beside another',
      { all: [has('swelling', 'none'), has('swelling', 'calf-one')] },
      ['swelling'],
    ],
    [
      'only where something else is so',
      { any: [{ all: [is('side', 'left'), is('fever', 'no')] }, isNot('fever', 'no')] },
      ['fever'],
    ],
    [
      'a score',
      { any: [under('wells-dvt-two-level', 2), from('wells-dvt-two-level', 1)] },
      ['wells-dvt-two-level'],
    ],
  ];
  test.each(rows)('%s', (_, when, expected) => {
    expect(findNeedlesslyOpen(when, facts)).toEqual(expected);
  });
});

describe('not found', () => {
  const rows: [string, When][] = [
    ['an interval', { all: [from('age', 30), under('age', 40)] }],
    ['two ends', { any: [under('age', 30), from('age', 40)] }],
    [
      'two options of a multiple choice',
      { all: [has('swelling', 'calf-one'), has('swelling', 'ankle-joint')] },
    ],
    ['each fact once', { any: [is('side', 'left'), isNot('fever', 'no'), under('age', 30)] }],
    [
      'one fact in two ways',
      { any: [is('onset', 'cramp'), { all: [is('onset', 'overuse'), is('side', 'left')] }] },
    ],
  ];
  test.each(rows)('%s', (_, when) => {
    expect(findNeedlesslyOpen(when, facts)).toEqual([]);
  });
});

test('on small rules: exactly where trying every answer says so', () => {
  const options = (id: string): string[] => {
    const field = facts.get(id);
    const all = field === 'score' ? [] : (field?.options ?? []);
    return all.filter(({ unknown }) => !unknown).map(({ value }) => value);
  };
  const [sides, fevers] = [options('side'), options('fever')];
  const leaf = fc.oneof(
    fc.subarray(sides, { minLength: 1 }).map((value) => is('side', ...value)),
    fc.subarray(sides, { minLength: 1 }).map((value) => isNot('side', ...value)),
    fc.subarray(fevers, { minLength: 1 }).map((value) => is('fever', ...value)),
  );
  const part = fc.oneof(
    leaf,
    fc.array(leaf, { minLength: 1, maxLength: 3 }).map((all): When => ({ all })),
  );
  const rule = fc.array(part, { minLength: 2, maxLength: 3 }).map((any): When => ({ any }));
  const truth = (when: When, known: Record<string, string | undefined>): boolean | 'open' => {
    if ('fact' in when) {
      const answer = known[when.fact];
      return answer === undefined ? 'open' : meets(answer, when);
    }
    const isAll = 'all' in when;
    const parts = (isAll ? when.all : when.any).map((one) => truth(one, known));
    if (parts.includes(!isAll)) return !isAll;
    return parts.includes('open') ? 'open' : isAll;
  };
  let found = 0;
  fc.assert(
    fc.property(rule, (when) => {
      const isReadTwice = (id: string) =>
        comparisonsOf(when).filter(({ fact }) => fact === id).length > 1;
      const byTrying = (['side', 'fever'] as const).some((open) => {
        const [other, others] = open === 'side' ? ['fever', fevers] : ['side', sides];
        return others.some((value) => {
          if (!isReadTwice(open) || truth(when, { [other]: value }) !== 'open') return false;
          const answers = open === 'side' ? sides : fevers;
          const outcomes = answers.map((one) => truth(when, { [other]: value, [open]: one }));
          return new Set(outcomes).size === 1;
        });
      });
      const isFound = findNeedlesslyOpen(when, facts).length > 0;
      if (isFound) found += 1;
      // Two unknown facts can agree together where neither does alone.
      expect(byTrying && !isFound).toBe(false);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(20);
});
