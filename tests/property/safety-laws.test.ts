/** The safety laws, on random answers over the real knowledge base. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dominates, fieldOf } from '@/bin/laws/worse-answers';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { type Answers, type Audience, audiences, validateInput } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import { isMoreUrgent, isReassuring, mostUrgent } from '@/lib/triage/disposition';
import { emergencyQuestionIds, ruleId } from '@/lib/triage/knowledge-base';
import type { Urgency } from '@/lib/triage/schema';
import { dropUnasked } from '@/lib/triage/self-check';
import { doesPin } from '../does-pin';
import { arbitraryAnswer, arbitraryAnswers } from './arbitrary-answers';

const base = knowledgeBase();
const at = new Date('2026-01-05T09:00:00Z');
const runs = { numRuns: Number(process.env.SURAE_PROPERTY_RUNS ?? 150) };
const timeout = 600_000;

const judge = (audience: Audience, answers: Answers): Promise<Assessment> =>
  assess(base, { audience, answers }, at);

/** What the rules support, without the floors that stand for missing answers. */
function supportedUrgency({ urgencyReasons }: Assessment): Urgency {
  const supported = urgencyReasons.filter(({ rule }) => !rule.startsWith(ruleId.floor('')));
  return mostUrgent(supported.map(({ urgency }) => urgency));
}

function atLeast(actual: Urgency, bound: Urgency): boolean {
  return !isMoreUrgent(bound, actual);
}

const cases = fc
  .constantFrom(...audiences)
  .chain((audience) => arbitraryAnswers(base, audience).map((answers) => ({ audience, answers })));
const casesWithOneAnswer = cases
  .filter(({ answers }) => Object.keys(answers).length > 0)
  .chain((one) => fc.constantFrom(...Object.keys(one.answers)).map((field) => ({ ...one, field })));

describe('on any answers', () => {
  test(
    'an answer that is worse for the red flags never lowers the urgency',
    async () => {
      const worse = casesWithOneAnswer.chain((one) =>
        arbitraryAnswer(base, fieldOf(base, one.field)).map((answer) => ({ ...one, answer })),
      );
      await fc.assert(
        fc.asyncProperty(worse, async ({ audience, answers, field, answer }) => {
          fc.pre(dominates(base, field, answer, answers[field]));
          const before = await judge(audience, answers);
          const after = await judge(audience, { ...answers, [field]: answer });
          expect(atLeast(after.urgency, supportedUrgency(before))).toBe(true);
        }),
        { ...runs, maxSkipsPerRun: 1000 },
      );
    },
    timeout,
  );

  test(
    'an answer taken back never lowers the ceiling, and never brings self-care',
    async () => {
      await fc.assert(
        fc.asyncProperty(casesWithOneAnswer, async ({ audience, answers, field }) => {
          const { [field]: _, ...fewer } = answers;
          const before = await judge(audience, answers);
          const after = await judge(audience, fewer);
          expect(atLeast(after.urgencyCeiling, before.urgencyCeiling)).toBe(true);
          if (!isReassuring(before.urgency)) expect(after.urgency).not.toBe('self-care');
        }),
        runs,
      );
    },
    timeout,
  );

  test(
    'every way of filling in the unknown ends between what is supported and the ceiling',
    async () => {
      const completions = fc.constantFrom(...audiences).chain((audience) =>
        fc.record({
          audience: fc.constant(audience),
          whole: arbitraryAnswers(base, audience),
          kept: fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }),
        }),
      );
      await fc.assert(
        fc.asyncProperty(completions, async ({ audience, whole, kept }) => {
          const complete = dropUnasked(base, whole);
          const partial = Object.fromEntries(
            Object.entries(complete).filter((_, place) => kept[place]),
          );
          const before = await judge(audience, partial);
          const after = await judge(audience, complete);
          expect(atLeast(after.urgency, supportedUrgency(before))).toBe(true);
          expect(atLeast(before.urgencyCeiling, after.urgency)).toBe(true);
        }),
        runs,
      );
    },
    timeout,
  );

  test(
    'an open emergency question never ends in routine or self-care',
    async () => {
      const open = cases.chain((one) =>
        fc.constantFrom(...emergencyQuestionIds(base)).map((field) => ({ ...one, field })),
      );
      await fc.assert(
        fc.asyncProperty(open, async ({ audience, answers, field }) => {
          const { [field]: _, ...fewer } = answers;
          expect(isReassuring((await judge(audience, fewer)).urgency)).toBe(false);
        }),
        runs,
      );
    },
    timeout,
  );

  test(
    'the order of the answers never matters, and the same answers give the same bytes',
    async () => {
      await fc.assert(
        fc.asyncProperty(cases, async ({ audience, answers }) => {
          const turned = Object.fromEntries(
            Object.entries(answers)
              .reverse()
              .map(([id, answer]) => [id, Array.isArray(answer) ? answer.toReversed() : answer]),
          );
          const bytes = JSON.stringify(await judge(audience, answers));
          expect(JSON.stringify(await judge(audience, turned))).toBe(bytes);
        }),
        runs,
      );
    },
    timeout,
  );

  test(
    'weights never lower an urgency: a present red flag is never outdone by evidence against it',
    async () => {
      await fc.assert(
        fc.asyncProperty(cases, async ({ audience, answers }) => {
          const { urgency, redFlags, ranking } = await judge(audience, answers);
          for (const flag of redFlags) expect(atLeast(urgency, flag.urgency)).toBe(true);
          const pointedTo = redFlags.flatMap(({ id, urgency, condition }) =>
            condition ? [{ id, urgency, condition }] : [],
          );
          const pinned = new Set(
            pointedTo.filter((flag) => doesPin(base, flag)).map((one) => one.condition),
          );
          for (const { condition } of pointedTo) {
            const ranked = ranking.find((one) => one.condition === condition);
            expect(ranked?.pinned || ranked?.plausible).toBe(true);
          }
          const first = ranking.slice(0, pinned.size).map(({ condition }) => condition);
          expect(new Set(first)).toEqual(pinned);
        }),
        runs,
      );
    },
    timeout,
  );
});

test('every valid input is admitted, every invalid one is refused by its field', () => {
  fc.assert(
    fc.property(casesWithOneAnswer, ({ audience, answers, field }) => {
      expect(validateInput(base, { audience, answers }).ok).toBe(true);
      for (const wrong of ['no-such-option', -1e9, [], [['x']], {}, null, true, Number.NaN]) {
        const checked = validateInput(base, { audience, answers: { ...answers, [field]: wrong } });
        expect(checked.ok ? [] : checked.faults.map((fault) => fault.field)).toEqual(
          expect.arrayContaining([expect.stringContaining(`answers.${field}`)]),
        );
      }
    }),
    { numRuns: 50 },
  );
});
