/** The benchmark compares like with like: every contender says what json-rules-engine says. */
import { describe, expect, test } from 'vitest';
import { halfAnswered, randomInputs, readVignetteInputs, sample } from '@/bin/bench/bench-inputs';
import { contenderNames } from '@/bin/bench/contender';
import { handWrittenAs } from '@/bin/bench/contenders/hand-written';
import { enlarge } from '@/bin/bench/enlarge';
import { findWrong } from '@/bin/bench/find-wrong';
import { makeContenders } from '@/bin/bench/make-contenders';
import { shapes } from '@/bin/bench/write-rules-by-hand';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { validateInput } from '@/lib/triage/answers';
import { comparisonsOf } from '@/lib/triage/knowledge-base';
import { ruleBookOf } from '@/lib/triage/rule-book';
import { twinOf } from '@/lib/triage/twin';

const base = knowledgeBase();
const book = ruleBookOf(base);
const vignettes = readVignetteInputs(base);
const timeout = 120_000;

describe('every contender says of every rule, and in the Assessment, what json-rules-engine says', () => {
  const some = sample(vignettes, 60);
  const inputs = [...some, ...some.map(halfAnswered), ...randomInputs(base, 20, 5)];

  test('all of them', { timeout }, async () => {
    const contenders = await makeContenders(base, some);
    expect(contenders.map(({ name }) => name)).toEqual(contenderNames);
    expect(await findWrong(book, contenders, inputs)).toEqual([]);
  });

  test.each(shapes)('hand-written as %s', { timeout }, async (shape) => {
    const contender = await handWrittenAs(base, shape);
    expect(await findWrong(book, [contender], inputs)).toEqual([]);
  });

  test('and one that is wrong on a single rule is found', { timeout }, async () => {
    const { evaluate } = twinOf(base);
    const wrong = {
      name: 'surae',
      judge: (input: (typeof inputs)[number]) => evaluate(input).truths.with(-1, 'open'),
      evaluate,
    } as const;
    expect(await findWrong(book, [wrong], inputs)).toEqual(['surae']);
  });
});

test('random inputs are valid, and the same for the same seed', () => {
  const inputs = randomInputs(base, 50, 9);
  for (const input of inputs) expect(validateInput(base, input)).toMatchObject({ ok: true });
  expect(randomInputs(base, 50, 9)).toEqual(inputs);
  expect(randomInputs(base, 50, 10)).not.toEqual(inputs);
});

describe.each([3, 30])('the knowledge base, %i times as large', (factor) => {
  const large = enlarge(base, factor);
  const { rules } = ruleBookOf(large);

  test('has as many times the conditions, red flags and their rules', () => {
    const isCopied = ({ id }: { id: string }) => /^(?:conditions|red-flags)\//.test(id);
    expect(large.conditions).toHaveLength(factor * base.conditions.length);
    expect(large.redFlags).toHaveLength(factor * base.redFlags.length);
    const copied = book.rules.filter(isCopied).length;
    expect(rules).toHaveLength(book.rules.length + (factor - 1) * copied);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  test('compares as often, and asks as many rules again for an answer', () => {
    const suffix = '-copy-1';
    const isOriginal = ({ id }: (typeof rules)[number]) =>
      rules.some((one) => one.id.replace(suffix, '') === id && one.id !== id);
    const copied = book.rules.filter(isOriginal);
    const copies = rules.filter(({ id }) => id.includes('-copy-'));
    const count = (some: typeof rules, fact?: string) =>
      some
        .flatMap(({ when }) => comparisonsOf(when))
        .filter((one) => fact === undefined || one.fact === fact).length;
    expect(count(copies)).toBe((factor - 1) * count(copied));
    for (const fact of book.fields.keys()) {
      expect([fact, count(copies, fact)]).toEqual([fact, (factor - 1) * count(copied, fact)]);
    }
  });

  test('asks for other things than before', () => {
    const said = new Set(book.rules.map(({ when }) => JSON.stringify(when)));
    const copies = rules.filter(({ id }) => id.includes('-copy-'));
    const repeated = copies.filter(({ when }) => said.has(JSON.stringify(when)));
    expect(repeated.length / copies.length).toBeLessThan(0.5);
  });

  test('fires about as often', () => {
    const share = (one: typeof base) => {
      const { evaluate } = twinOf(one);
      const truths = vignettes.flatMap((input) => evaluate(input).truths);
      return truths.filter((truth) => truth === true).length / truths.length;
    };
    expect(share(large) / share(base)).toBeGreaterThan(0.7);
    expect(share(large) / share(base)).toBeLessThan(1.5);
  });
});
