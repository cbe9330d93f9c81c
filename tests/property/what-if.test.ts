/** What would change the result, and the ceiling over it: as if each had been answered anew. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { satisfyingAnswers } from '@/bin/laws/satisfying-answers';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { type Answer, type Answers, audiences, type Input } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import { urgencyRank } from '@/lib/triage/disposition';
import { explore, exploreWith, type Outcome } from '@/lib/triage/explore';
import { toFact } from '@/lib/triage/facts';
import type { When } from '@/lib/triage/schema';
import { dropUnasked } from '@/lib/triage/self-check';
import { type Supposition, suppositionsOf } from '@/lib/triage/suppositions';
import { twinOf } from '@/lib/triage/twin';
import { sets } from '@/lib/triage/urgency';
import { findChanges, findPairs, mergeAnswers, sweep } from '@/lib/triage/what-if';
import { draftVignettes } from '../draft-vignettes';
import { arbitraryAnswer, arbitraryAnswers } from './arbitrary-answers';

const base = knowledgeBase();
const twin = twinOf(base);
const at = new Date('2026-01-05T09:00:00Z');
const timeout = 300_000;

const inputs: fc.Arbitrary<Input> = fc.oneof(
  ...audiences.map((audience) =>
    arbitraryAnswers(base, audience).map((answers) => ({ audience, answers })),
  ),
);
/** With whole blocks of answers missing, as in the middle of a self-check. */
const partial = fc.tuple(inputs, fc.array(fc.boolean(), { minLength: 80, maxLength: 80 })).map(
  ([{ audience, answers }, kept]): Input => ({
    audience,
    answers: Object.fromEntries(Object.entries(answers).filter((_, place) => kept[place])),
  }),
);

const exploreInput = (input: Input) => explore(twin, twin.evaluate(input));

async function assessed(input: Input): Promise<Outcome> {
  const { urgency, urgencyCeiling, ranking } = await assess(base, input, at);
  return { urgency, ceiling: urgencyCeiling, condition: ranking[0]?.condition ?? '' };
}

/** An answer that a person could give: of an interval its end. */
function give({ answer }: Supposition): Answer {
  return typeof answer === 'object' && 'min' in answer ? answer.max : answer;
}

describe('the sweep', () => {
  test('says of every answer what json-rules-engine says once it is given', {
    timeout,
  }, async () => {
    const some = fc.tuple(partial, fc.nat());
    await fc.assert(
      fc.asyncProperty(some, async ([input, which]) => {
        const all = sweep(twin, exploreInput(input));
        const one = all[which % Math.max(1, all.length)];
        const [supposition] = one?.suppositions ?? [];
        if (!one || !supposition) return;
        const answers = { ...input.answers, [supposition.field]: give(supposition) };
        expect(one.outcome).toEqual(await assessed({ ...input, answers }));
      }),
      { numRuns: 100 },
    );
  });

  test('tries every option of every unanswered question and untested finding', () => {
    const nothing = sweep(twin, exploreInput({ audience: 'clinician', answers: {} }));
    for (const field of [...base.questions, ...base.findings]) {
      const tried = nothing.flatMap(({ suppositions }) =>
        suppositions.filter((one) => one.field === field.id).map(({ answer }) => String(answer)),
      );
      const options = (field.options ?? []).filter(({ unknown }) => !unknown);
      if (field.type !== 'number') expect(tried).toEqual(options.map(({ value }) => value));
      else expect(tried.length).toBeGreaterThan(0);
    }
  });

  test('of a number it tries intervals: each value in one has the same outcome', {
    timeout,
  }, () => {
    const numbers = [...base.questions, ...base.findings].filter(({ type }) => type === 'number');
    fc.assert(
      fc.property(partial, fc.constantFrom(...numbers), ({ audience, answers }, field) => {
        const { [field.id]: _, ...fewer } = answers;
        const now = exploreInput({ audience, answers: fewer });
        if (!now.evaluation.isUnknown(field.id)) return;
        const { minimum = 0, maximum = 0, step = 1 } = field;
        let next = minimum;
        for (const { answer } of suppositionsOf(twin.book).get(field.id) ?? []) {
          if (typeof answer !== 'object' || !('min' in answer)) continue;
          expect(answer.min).toBe(next);
          next = Number((answer.max + step).toFixed(6));
          const { outcome } = exploreWith(twin, now, { [field.id]: answer });
          for (const value of [answer.min, (answer.min + answer.max) / 2, answer.max]) {
            const given = Math.round(value / step) * step;
            expect(exploreWith(twin, now, { [field.id]: given }).outcome).toEqual(outcome);
          }
        }
        expect(next).toBe(Number((maximum + step).toFixed(6)));
      }),
      { numRuns: 200 },
    );
  });

  test('puts the more urgent first, and merges answers that come to the same', { timeout }, () => {
    fc.assert(
      fc.property(partial, (input) => {
        const now = exploreInput(input);
        const changes = findChanges(twin, now);
        const rank = urgencyRank(now.outcome.urgency);
        const ranks = changes.map(({ outcome }) => urgencyRank(outcome.urgency));
        const raised = ranks.filter((one) => one < rank);
        expect(ranks.slice(0, raised.length)).toEqual(raised.toSorted((a, b) => a - b));
        const merged = mergeAnswers(changes);
        const answers = merged.flatMap(({ when }) => when.flatMap((one) => one.answers));
        expect(answers).toHaveLength(changes.length);
      }),
      { numRuns: 100 },
    );
  });
});

test('a pair changes the result though neither of the two does alone', { timeout }, async () => {
  let pairs = 0;
  for (const { input } of draftVignettes().slice(0, 8)) {
    const now = exploreInput(input);
    const isSame = (one: Outcome) =>
      one.urgency === now.outcome.urgency && one.condition === now.outcome.condition;
    for (const { suppositions, outcome } of findPairs(twin, now).slice(0, 5)) {
      expect(suppositions).toHaveLength(2);
      for (const one of suppositions) {
        expect(isSame(exploreWith(twin, now, { [one.field]: one.answer }).outcome)).toBe(true);
      }
      const both = Object.fromEntries(suppositions.map((one) => [one.field, give(one)]));
      expect(outcome).toEqual(await assessed({ ...input, answers: { ...input.answers, ...both } }));
      expect(isSame(outcome)).toBe(false);
      pairs += 1;
    }
  }
  expect(pairs).toBeGreaterThan(10);
});

describe('the ceiling', () => {
  test('is never exceeded: not by 10,000 ways of filling in the unknown', { timeout }, () => {
    const cases = fc.tuple(inputs, fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }));
    fc.assert(
      fc.property(cases, ([{ audience, answers: whole }, kept]) => {
        const complete = dropUnasked(base, whole);
        const entries = Object.entries(complete).filter((_, place) => kept[place]);
        const { ceiling } = exploreInput({
          audience,
          answers: Object.fromEntries(entries),
        }).outcome;
        const { urgency } = exploreInput({ audience, answers: complete }).outcome;
        expect(urgencyRank(urgency)).toBeGreaterThanOrEqual(urgencyRank(ceiling));
      }),
      { numRuns: 10_000 },
    );
  });

  test('is nearly always attained: some way of filling it in comes that far', { timeout }, () => {
    let open = 0;
    let attained = 0;
    for (const input of fc.sample(partial, { numRuns: 400, seed: 5 })) {
      const { urgency, ceiling } = exploreInput(input).outcome;
      if (urgency === ceiling) continue;
      open += 1;
      if (attains(input, ceiling)) attained += 1;
    }
    expect(open).toBeGreaterThan(60);
    expect(attained / open).toBeGreaterThan(0.95);
  });
});

/** Looks for a way of filling in the unknown that comes as far as the ceiling. */
function attains(input: Input, ceiling: Outcome['ceiling']): boolean {
  const now = exploreInput(input);
  const { evaluation, standings } = now;
  return twin.book.setters.some((setter) => {
    if (setter.urgency !== ceiling) return false;
    if (!sets(setter, evaluation.truths, standings, 'possible')) return false;
    const place = setter.condition;
    const pieces = place === null ? [] : (twin.book.conditions[place]?.pieces ?? []);
    const supports = pieces.filter(({ side }) => side === 'supports').map(({ rule }) => rule.when);
    const whens = [...(setter.rule ? [setter.rule.when] : []), ...supports];
    let answers = input.answers;
    for (const when of whens) answers = fillIn(input, answers, when);
    return exploreInput({ ...input, answers }).outcome.urgency === ceiling;
  });
}

/** The answers with those to open questions that make a rule true, where there are such. */
function fillIn({ audience }: Input, answers: Answers, when: When): Answers {
  const known = twin.evaluate({ audience, answers });
  const way = satisfyingAnswers(base, when).find((one) =>
    Object.entries(one).every(([id, answer]) => {
      const field = twin.book.fields.get(id);
      const isSame = JSON.stringify(answers[id]) === JSON.stringify(answer);
      return isSame || (field && toFact(field, answer) !== undefined && known.isUnknown(id));
    }),
  );
  return way ? { ...answers, ...way } : answers;
}

test('an answer is worth the same however it is written', () => {
  const field = base.questions.find(({ id }) => id === 'age');
  if (!field) throw new Error('no age');
  fc.assert(
    fc.property(partial, arbitraryAnswer(base, field), (input, age) => {
      const now = exploreInput(input);
      if (!now.evaluation.isUnknown('age')) return;
      const range = { min: Number(age), max: Number(age) };
      expect(exploreWith(twin, now, { age: range }).outcome).toEqual(
        exploreWith(twin, now, { age }).outcome,
      );
    }),
    { numRuns: 100 },
  );
});
