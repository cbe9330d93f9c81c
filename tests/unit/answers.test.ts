import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { validateInput } from '@/lib/triage/answers';

const base = knowledgeBase();

function faultsOf(value: unknown): string[] {
  const checked = validateInput(base, value);
  return checked.ok ? [] : checked.faults.map(({ field, message }) => `${field}: ${message}`);
}

describe('valid input', () => {
  test.each([
    ['nothing at all', {}],
    ['no answers', { id: 'a', audience: 'patient', answers: {} }],
    ['a whole vignette, with what it expects', { id: 'v', text: 't', answers: {}, expected: {} }],
    ['single, multiple and number', { answers: { side: 'left', swelling: ['tendon'], age: 34 } }],
    ["a clinician's finding", { audience: 'clinician', answers: { 'thompson-test': 'absent' } }],
  ])('%s', (_, value) => {
    expect(faultsOf(value)).toEqual([]);
  });

  test('the audience is the patient unless it says otherwise', () => {
    const checked = validateInput(base, { answers: {} });
    expect(checked.ok && checked.input.audience).toBe('patient');
  });
});

describe('invalid input names the field', () => {
  const rows: [string, unknown, RegExp][] = [
    ['no object', 42, /the whole/],
    ['null', null, /the whole/],
    ['a list', [], /the whole/],
    ['an unknown audience', { audience: 'doctor', answers: {} }, /^audience: /],
    ['an empty id', { id: '', answers: {} }, /^id: /],
    ['misspelt answers', { id: 'a', answer: { age: 3 } }, /^answer: unknown field/],
    ['answers that are a list', { answers: [] }, /^answers: /],
    [
      'an unknown question',
      { answers: { 'shoe-size': 43 } },
      /^answers\.shoe-size: no such question/,
    ],
    [
      'a wrong option',
      { answers: { onset: 'bang' } },
      /^answers\.onset: "bang" is no option; the options are sudden-pop/,
    ],
    [
      'a wrong option in a list',
      { answers: { swelling: ['tendon', 'ears'] } },
      /^answers\.swelling\.1: "ears" is no option/,
    ],
    ['a list for a single choice', { answers: { onset: ['cramp'] } }, /^answers\.onset: /],
    [
      'a string for a multiple choice',
      { answers: { swelling: 'tendon' } },
      /^answers\.swelling: a list/,
    ],
    ['an empty list', { answers: { swelling: [] } }, /^answers\.swelling: the list is empty/],
    [
      'none beside another',
      { answers: { swelling: ['none', 'tendon'] } },
      /^answers\.swelling: this option cannot/,
    ],
    [
      'an option twice',
      { answers: { swelling: ['tendon', 'tendon'] } },
      /^answers\.swelling: an option stands/,
    ],
    ['a number as text', { answers: { age: '34' } }, /^answers\.age: a number from 0 to 120/],
    ['a number out of bounds', { answers: { age: 300 } }, /^answers\.age: a number from 0 to 120/],
    ['null for an answer', { answers: { age: null } }, /^answers\.age: /],
    [
      "a clinician's finding from a patient",
      { answers: { 'thompson-test': 'absent' } },
      /^answers\.thompson-test: only a clinician/,
    ],
    [
      'a name of the language',
      { answers: { constructor: 1 } },
      /^answers\.constructor: no such question/,
    ],
  ];
  test.each(rows)('%s', (_, value, fault) => {
    expect(faultsOf(value).join('\n')).toMatch(fault);
  });

  test('__proto__ is no question either', () => {
    const value = JSON.parse('{"answers":{"__proto__":{"age":3},"age":34}}');
    const checked = validateInput(base, value);
    expect(checked.ok ? checked.input.answers : {}).not.toHaveProperty('side');
    expect(Object.getPrototypeOf(checked.ok ? checked.input.answers : {})).toBe(Object.prototype);
  });

  test('every fault at once', () => {
    expect(faultsOf({ answers: { age: 'old', onset: 'bang', tail: 'yes' } })).toHaveLength(3);
  });
});
