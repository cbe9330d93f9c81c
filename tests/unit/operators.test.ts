import { describe, expect, test } from 'vitest';
import { evaluateRules } from '@/lib/triage/engine';
import { type FactValue, notApplicable } from '@/lib/triage/operators';
import type { Comparison, When } from '@/lib/triage/schema';

async function truthOf(when: When, facts: Record<string, FactValue>) {
  return (await evaluateRules([{ id: 'rule', when }], facts)).get('rule')?.truth;
}

type Row = [Comparison['operator'], Comparison['value'], FactValue, boolean | 'open'];

describe('a comparison', () => {
  const five = { min: 5, max: 5 };
  const fourToSix = { min: 4, max: 6 };
  const rows: Row[] = [
    ['in', ['left'], 'left', true],
    ['in', ['left'], 'right', false],
    ['in', ['left'], undefined, 'open'],
    ['in', ['left'], notApplicable, false],
    ['isNoneOf', ['left'], 'left', false],
    ['isNoneOf', ['left'], 'right', true],
    ['isNoneOf', ['left'], undefined, 'open'],
    ['isNoneOf', ['left'], notApplicable, true],
    ['includesAny', ['a', 'b'], ['b', 'c'], true],
    ['includesAny', ['a', 'b'], ['c'], false],
    ['includesAny', ['a', 'b'], undefined, 'open'],
    ['includesAny', ['a', 'b'], notApplicable, false],
    ['includesNone', ['a'], ['b'], true],
    ['includesNone', ['a'], ['a', 'b'], false],
    ['includesNone', ['a'], undefined, 'open'],
    ['includesNone', ['a'], notApplicable, true],
    ['lessThan', 5, five, false],
    ['lessThan', 5, fourToSix, 'open'],
    ['lessThan', 7, fourToSix, true],
    ['lessThan', 4, fourToSix, false],
    ['lessThan', 5, undefined, 'open'],
    ['lessThan', 5, notApplicable, false],
    ['lessThanInclusive', 5, five, true],
    ['lessThanInclusive', 4, fourToSix, 'open'],
    ['lessThanInclusive', 3, fourToSix, false],
    ['greaterThan', 5, five, false],
    ['greaterThan', 5, fourToSix, 'open'],
    ['greaterThan', 3, fourToSix, true],
    ['greaterThan', 6, fourToSix, false],
    ['greaterThanInclusive', 5, five, true],
    ['greaterThanInclusive', 6, fourToSix, 'open'],
    ['greaterThanInclusive', 5, undefined, 'open'],
    ['greaterThanInclusive', 5, notApplicable, false],
  ];
  test.each(rows)('%s %j of %j is %s', async (operator, value, fact, expected) => {
    const comparison = { fact: 'it', operator, value } as Comparison;
    expect(await truthOf(comparison, { it: fact })).toBe(expected);
  });

  test('refuses a fact of another type', async () => {
    const comparison: Comparison = { fact: 'it', operator: 'in', value: ['a'] };
    await expect(truthOf(comparison, { it: ['a'] })).rejects.toThrow('operator-type');
  });
});

describe('lists of comparisons follow the truth tables of three-valued logic', () => {
  const yes: When = { fact: 'yes', operator: 'in', value: ['x'] };
  const no: When = { fact: 'yes', operator: 'in', value: ['y'] };
  const open: When = { fact: 'nobody-knows', operator: 'in', value: ['x'] };
  const facts = { yes: 'x' };
  const rows: [string, When, boolean | 'open'][] = [
    ['true and true', { all: [yes, yes] }, true],
    ['true and open', { all: [yes, open] }, 'open'],
    ['false and open', { all: [no, open] }, false],
    ['open and open', { all: [open, open] }, 'open'],
    ['true or open', { any: [yes, open] }, true],
    ['false or open', { any: [no, open] }, 'open'],
    ['false or false', { any: [no, no] }, false],
    ['nested', { all: [yes, { any: [no, { all: [yes, open] }] }] }, 'open'],
  ];
  test.each(rows)('%s', async (_, when, expected) => {
    expect(await truthOf(when, facts)).toBe(expected);
  });
});

test('a verdict names the facts that carry it, and not those beside it', async () => {
  const verdicts = await evaluateRules(
    [
      {
        id: 'fired',
        when: {
          any: [
            { fact: 'pain', operator: 'in', value: ['yes'] },
            {
              all: [
                { fact: 'side', operator: 'in', value: ['left'] },
                { fact: 'age', operator: 'greaterThan', value: 90 },
              ],
            },
          ],
        },
      },
      {
        id: 'open',
        when: {
          all: [
            { fact: 'pain', operator: 'in', value: ['yes'] },
            { fact: 'fever', operator: 'in', value: ['yes'] },
          ],
        },
      },
    ],
    { pain: 'yes', side: 'left', age: { min: 40, max: 40 } },
  );
  expect(verdicts.get('fired')).toEqual({ truth: true, facts: ['pain'] });
  expect(verdicts.get('open')).toEqual({ truth: 'open', facts: ['fever'] });
});
