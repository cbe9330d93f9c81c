/**
 * Every rule has its examples, both evaluators hold them, and no small slip in a rule goes unnoticed.
 * Where one of these fails: `npm run rules:examples -- --accept`, and read the difference.
 */
import { describe, expect, test } from 'vitest';
import { answersOf, readExamples } from '@/bin/examples/example-files';
import { findDifference } from '@/bin/examples/find-difference';
import { mutantsOf } from '@/bin/examples/mutants';
import { tellApart } from '@/bin/examples/propose';
import { tryRule } from '@/bin/examples/try-rule';
import { updateExamples } from '@/bin/examples/update';
import { negate, satisfyingAnswers } from '@/bin/laws/satisfying-answers';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { validateInput } from '@/lib/triage/answers';
import { makeRecheck } from '@/lib/triage/recheck';
import { twinOf } from '@/lib/triage/twin';

const base = knowledgeBase();
const twin = twinOf(base);
const { book } = twin;
const examples = readExamples();

test('the examples are those of the rules, and no others', () => {
  const ids = book.rules.map(({ id }) => id);
  expect([...examples.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => !examples.has(id))).toEqual([]);
});

describe.each(book.rules)('$id', (rule) => {
  const own = examples.get(rule.id) ?? [];
  const tried = tryRule(twin, rule);

  test('says of its examples what they expect', () => {
    const wrong = own.flatMap((example) =>
      answersOf(book, example)
        .filter((answers) => tried.judge(answers) !== example.is)
        .map((answers) => ({ ...example, answers })),
    );
    expect(wrong).toEqual([]);
  });

  test('fires on one, does not on another, and is open on a third', () => {
    const canBeFalse = satisfyingAnswers(base, negate(rule.when)).length > 0;
    const expected = [true, ...(canBeFalse ? [false] : []), 'open'];
    expect([...new Set(own.map(({ is }) => is))]).toEqual(expected);
  });

  test('differs from every mutant on one of them, or provably nowhere', () => {
    const killed = new Set(own.flatMap((example) => tellApart(book, tried, example)));
    const alive = tried.mutants.filter(
      ({ when }, place) => !killed.has(place) && findDifference(twin, rule.when, when) !== null,
    );
    expect(alive.map(({ slip }) => slip)).toEqual([]);
  });
});

test('every example is a valid input, and json-rules-engine says the same as the twin', async () => {
  const recheck = makeRecheck(twin);
  const wrong: unknown[] = [];
  for (const [rule, own] of examples) {
    for (const answers of own.flatMap((example) => answersOf(book, example))) {
      const input = { audience: 'clinician', answers } as const;
      if (!validateInput(base, input).ok) wrong.push([rule, answers]);
      const different = await recheck(input, twin.evaluate(input));
      if (different.length > 0) wrong.push([rule, answers, different]);
    }
  }
  expect(wrong).toEqual([]);
});

describe('the tools behind it', () => {
  const when = { fact: 'onset', operator: 'in', value: ['cramp', 'overuse'] } as const;
  const written = { ...when, value: [...when.value] };

  test('a mutant for each option left out or added, and for the operator', () => {
    const slips = mutantsOf(book, written).map(({ slip }) => slip);
    expect(slips).toContain('onset: cramp was left out');
    expect(slips).toContain('onset: sudden-pop was added');
    expect(slips).toContain('onset: in became isNoneOf');
    expect(slips).toHaveLength(1 + 2 + 6);
  });

  test('a difference is found where there is one, and none where there is none', () => {
    const fewer = { ...written, value: ['cramp'] };
    expect(findDifference(twin, written, fewer)).toEqual({ onset: 'overuse' });
    expect(findDifference(twin, written, { any: [fewer, written] })).toBeNull();
  });

  test('a changed rule makes its examples wrong, and a new one is proposed', () => {
    const [first] = book.flags;
    const id = first?.rule.id ?? '';
    const turned = (examples.get(id) ?? []).map((one) =>
      one.is === true ? { ...one, is: false } : one,
    );
    const { findings } = updateExamples(twin, new Map([...examples, [id, turned]]));
    expect(findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['wrong', 'new']));
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set([id]));
  });
});
