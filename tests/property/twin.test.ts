/** The twin says what json-rules-engine says, and its true and false hold whatever turns out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import {
  type Answer,
  type Answers,
  type Audience,
  audiences,
  type Input,
} from '@/lib/triage/answers';
import { assess, conclude } from '@/lib/triage/assess';
import { evaluateRules } from '@/lib/triage/engine';
import { evaluate } from '@/lib/triage/evaluate';
import type { Evaluation } from '@/lib/triage/evaluation';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { type FactValue, type OperatorName, operatorReads } from '@/lib/triage/operators';
import { makeRecheck } from '@/lib/triage/recheck';
import { type RuleBook, ruleBookOf } from '@/lib/triage/rule-book';
import type { Comparison, When } from '@/lib/triage/schema';
import { dropUnasked } from '@/lib/triage/self-check';
import { compileTwin, twinOf } from '@/lib/triage/twin';
import { draftVignettes } from '../draft-vignettes';
import { arbitraryAnswers } from './arbitrary-answers';

const base = knowledgeBase();
const book = ruleBookOf(base);
const twin = twinOf(base);
const at = new Date('2026-01-05T09:00:00Z');
const timeout = 900_000;

/** Everything that an evaluator says, for comparison. */
function spell(evaluation: Evaluation) {
  return {
    verdicts: book.rules.map((rule) => [
      rule.id,
      evaluation.truths[rule.place],
      evaluation.factsBehind(rule),
    ]),
    scores: evaluation.scores,
    unknown: [...book.fields.keys()].filter(evaluation.isUnknown),
  };
}

const inputs: fc.Arbitrary<Input> = fc.oneof(
  ...audiences.map((audience) =>
    arbitraryAnswers(base, audience).map((answers) => ({ audience, answers })),
  ),
);

describe('the twin and json-rules-engine agree', () => {
  async function bothWays(input: Input): Promise<readonly [string, string]> {
    const explored = conclude(book, input, twin.evaluate(input), at);
    return [JSON.stringify(explored), JSON.stringify(await assess(base, input, at))];
  }

  test.each(readVignettes())('to the byte on $name', async ({ input }) => {
    const [explored, decided] = await bothWays(input);
    expect(explored).toBe(decided);
  });

  test.each(draftVignettes())('to the byte on $name, of a clinician', async ({ input }) => {
    const [explored, decided] = await bothWays({ ...input, audience: 'clinician' });
    expect(explored).toBe(decided);
  });

  test.each(audiences)('to the byte where a %s has answered nothing', async (audience) => {
    const [explored, decided] = await bothWays({ audience, answers: {} });
    expect(explored).toBe(decided);
  });

  test('on every rule, fact behind it and score, on random answers', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        expect(spell(twin.evaluate(input))).toEqual(spell(await evaluate(book, input)));
      }),
      { numRuns: 150 },
    );
  });

  test('on every rule, on 200,000 random answers', { timeout }, async () => {
    const recheck = makeRecheck(twin);
    for (let seed = 1; seed <= 100; seed += 1) {
      const differing: unknown[] = [];
      for (const input of fc.sample(inputs, { numRuns: 2000, seed })) {
        const rules = await recheck(input, twin.evaluate(input));
        if (rules.length > 0) differing.push({ input, rules });
      }
      expect(differing).toEqual([]);
    }
  });

  test('and where they do not, the check says on which rule', async () => {
    const recheck = makeRecheck(twin);
    for (const { input } of readVignettes()) {
      const explored = twin.evaluate(input);
      const wrong = explored.truths.map((truth, place) =>
        place % 50 === 7 ? truth !== true : truth,
      );
      const rules = book.rules.filter(({ place }) => wrong[place] !== explored.truths[place]);
      const found = await recheck(input, { ...explored, truths: wrong });
      expect(found).toEqual(rules.map(({ id }) => id));
    }
  });

  test('whichever way the answers came: one by one, changed, taken back', () => {
    fc.assert(
      fc.property(inputs, inputs, ({ audience, answers }, { answers: others }) => {
        const known = Object.keys(others).filter((id) => audience === 'clinician' || isAsked(id));
        const detour = Object.fromEntries(known.map((id) => [id, others[id]]));
        const wayBack = Object.fromEntries(known.map((id) => [id, answers[id]]));
        let evaluation = twin.evaluate({ audience, answers: {} });
        for (const [id, answer] of Object.entries(answers)) {
          evaluation = twin.suppose(evaluation, { [id]: answer });
        }
        const returned = twin.suppose(twin.suppose(evaluation, detour), wayBack);
        const direct = spell(twin.evaluate({ audience, answers }));
        expect(spell(evaluation)).toEqual(direct);
        expect(spell(returned)).toEqual(direct);
      }),
      { numRuns: 300 },
    );
  });
});

const isAsked = (id: string) => base.questions.some((question) => question.id === id);

describe('operator by operator', () => {
  const options = ['a', 'b', 'c', 'none', 'not-sure'];
  const fields = {
    single: { id: 'single', type: 'single', options: asOptions(options) },
    multiple: { id: 'multiple', type: 'multiple', options: asOptions(options) },
    number: { id: 'number', type: 'number', minimum: -100, maximum: 100 },
  } as const;
  const hostile = ['', 'A', 'a ', 'toString', '__proto__', 'constructor', '𝒂', 'x'.repeat(1000)];
  const choice = fc.constantFrom(...options, ...hostile);
  const facts: Record<string, fc.Arbitrary<Answer>> = {
    single: choice,
    multiple: fc.array(choice, { maxLength: 4 }),
    number: fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(
        -0,
        0.1 + 0.2,
        0.3,
        1e308,
        -1e308,
        5e-324,
        2 ** 53,
        Number.NaN,
        Infinity,
        -Infinity,
      ),
    ),
  };
  const values = {
    choice: fc.subarray(['a', 'b', 'c', 'none'], { minLength: 1 }),
    number: fc.constantFrom(-2, -1, 0, 0.3, 1, 2, 1e308),
  };

  test.each(Object.keys(operatorReads) as OperatorName[])(
    '%s: on 25,000 comparisons, hostile facts among them',
    { timeout },
    async (operator) => {
      const type = operatorReads[operator];
      const value: fc.Arbitrary<unknown> = type === 'number' ? values.number : values.choice;
      const fact: fc.Arbitrary<Answer | undefined> = fc.option(facts[type] ?? choice, {
        nil: undefined,
      });
      for (let seed = 1; seed <= 25; seed += 1) {
        const comparisons = fc.sample(value, { numRuns: 40, seed });
        const rules = comparisons.map((one) => ({
          fact: type,
          operator,
          value: one,
        })) as unknown as Comparison[];
        const small = smallBook(fields, rules);
        const explore = compileTwin(small);
        for (const given of fc.sample(fact, { numRuns: 25, seed })) {
          const answers: Answers = given === undefined ? {} : { [type]: given };
          const input = { audience: 'patient', answers } as const;
          const { truths } = await evaluate(small, input);
          expect([given, explore.evaluate(input).truths]).toEqual([given, truths]);
        }
      }
    },
  );

  test.each(Object.keys(operatorReads) as OperatorName[])(
    '%s: a fact of another type is refused by both',
    async (operator) => {
      const type = operatorReads[operator];
      const value = type === 'number' ? 1 : ['a'];
      const small = smallBook(fields, [{ fact: type, operator, value } as Comparison]);
      const explore = compileTwin(small);
      const others = { single: 'a', multiple: ['a'], number: 1 };
      for (const [other, fact] of Object.entries(others)) {
        if (other === type) continue;
        const input: Input = { audience: 'patient', answers: { [type]: fact } };
        expect(() => explore.evaluate(input)).toThrow('operator-type');
        await expect(evaluate(small, input)).rejects.toThrow('operator-type');
      }
    },
  );

  test('a range: between its bounds a comparison is open', async () => {
    const bounds = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 3 }));
    for (const [from, width] of fc.sample(bounds, { numRuns: 300, seed: 3 })) {
      const fact = { min: from, max: from + width };
      const operators = Object.keys(operatorReads).filter(
        (name) => operatorReads[name as OperatorName] === 'number',
      );
      const rules = operators.map((operator) => ({ fact: 'number', operator, value: 0 }));
      const small = smallBook(fields, rules as Comparison[]);
      const explore = compileTwin(small);
      const nothing = explore.evaluate({ audience: 'patient', answers: {} });
      const { truths } = explore.suppose(nothing, { number: fact });
      const verdicts = await evaluateRules(small.rules, { number: fact as FactValue });
      expect(truths).toEqual([...verdicts.values()].map(({ truth }) => truth));
    }
  });

  test('what no rule of the format says is refused', () => {
    const refused: unknown[] = [
      { fact: 'single', operator: 'notIn', value: ['a'] },
      { fact: 'single', operator: 'equal', value: 'a' },
      { fact: 'single', operator: 'includesAny', value: ['a'] },
      { fact: 'single', operator: 'in', value: ['no-such-option'] },
      { fact: 'single', operator: 'in', value: ['not-sure'] },
      { fact: 'number', operator: 'lessThan', value: '5' },
      { fact: 'number', operator: 'in', value: ['a'] },
      { fact: 'nobody', operator: 'in', value: ['a'] },
    ];
    for (const when of refused) {
      expect(() => compileTwin(smallBook(fields, [when as When]))).toThrow('twin-not-covered');
    }
  });
});

function asOptions(values: readonly string[]) {
  const said = { en: 'It' };
  return values.map((value) => ({
    value,
    patient: said,
    clinician: said,
    ...(value === 'not-sure' ? { unknown: true as const } : {}),
    ...(value === 'none' ? { exclusive: true as const } : {}),
  }));
}

/** A rule book of these rules alone, each a scope, over these questions. */
function smallBook(fields: Readonly<Record<string, object>>, whens: readonly When[]): RuleBook {
  const questions = Object.values(fields).map((field) => ({ ...field, why: { en: 'It' } }));
  const outOfScope = whens.map((when, place) => ({
    id: `r${place}`,
    when,
    text: {},
    urgency: 'self-care',
  }));
  return ruleBookOf({
    ...base,
    questionnaire: [],
    questions,
    findings: [],
    instruments: [],
    redFlags: [],
    conditions: [],
    outOfScope,
  } as unknown as KnowledgeBase);
}

describe('true and false hold for every completion of the unknowns', () => {
  const choices = ['a', 'b', 'c'];
  const questions = Object.fromEntries(
    ['p', 'q', 'r'].map((id) => [id, { id, type: 'single', options: asOptions(choices) }]),
  );
  const leaf: fc.Arbitrary<When> = fc.record({
    fact: fc.constantFrom('p', 'q', 'r'),
    operator: fc.constantFrom('in' as const, 'isNoneOf' as const),
    value: fc.subarray(choices, { minLength: 1, maxLength: 2 }),
  });
  const { tree } = fc.letrec<{ tree: When }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    ),
  }));

  test('by enumeration on small rules', () => {
    const known = [undefined, ...choices];
    const every = known.flatMap((p) => known.flatMap((q) => known.map((r) => ({ p, q, r }))));
    const answersOf = (one: (typeof every)[number]): Answers =>
      Object.fromEntries(
        Object.entries(one).filter(([, answer]) => answer !== undefined),
      ) as Answers;
    fc.assert(
      fc.property(tree, (when) => {
        const explore = compileTwin(smallBook(questions, [when]));
        const truthOf = (one: (typeof every)[number]) =>
          explore.evaluate({ audience: 'patient', answers: answersOf(one) }).truths[0];
        for (const partial of every) {
          const truth = truthOf(partial);
          if (truth === 'open') continue;
          const completions = every.filter((one) =>
            (['p', 'q', 'r'] as const).every((id) =>
              partial[id] === undefined ? one[id] !== undefined : one[id] === partial[id],
            ),
          );
          expect(new Set(completions.map(truthOf))).toEqual(new Set([truth]));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('by sampling on every rule of the knowledge base', { timeout }, () => {
    const kept = fc.array(fc.boolean(), { minLength: 80, maxLength: 80 });
    const cases = fc.constantFrom(...audiences).chain((audience: Audience) =>
      fc.record({
        audience: fc.constant(audience),
        whole: arbitraryAnswers(base, audience),
        kept,
      }),
    );
    let settled = 0;
    fc.assert(
      fc.property(cases, ({ audience, whole, kept: isKept }) => {
        const complete = dropUnasked(base, whole);
        const partial = Object.fromEntries(
          Object.entries(complete).filter((_, place) => isKept[place]),
        );
        const before = twin.evaluate({ audience, answers: partial });
        const after = twin.evaluate({ audience, answers: complete });
        const known = book.rules.filter(({ place }) => before.truths[place] !== 'open');
        settled += known.length;
        const turned = known.filter(({ place }) => after.truths[place] !== before.truths[place]);
        expect(turned.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 5000 },
    );
    expect(settled).toBeGreaterThan(500_000);
  });
});
