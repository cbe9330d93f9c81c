/** The adaptive self-check: fewer questions, the same urgency. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { type Answers, audiences, type Input } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import { type Explored, explore, exploreWith } from '@/lib/triage/explore';
import { chooseQuestion, foreseeQuestions, stateOfSelfCheck } from '@/lib/triage/next-question';
import { playSelfCheck } from '@/lib/triage/play-self-check';
import { leadingCondition } from '@/lib/triage/ranking';
import { dropUnasked } from '@/lib/triage/self-check';
import { suppositionsOf } from '@/lib/triage/suppositions';
import { twinOf } from '@/lib/triage/twin';
import { sets } from '@/lib/triage/urgency';
import { calmScreen } from '../calm-screen';
import { draftVignettes } from '../draft-vignettes';
import { arbitraryAnswers } from './arbitrary-answers';

const base = knowledgeBase();
const twin = twinOf(base);
const at = new Date('2026-01-05T09:00:00Z');
const timeout = 300_000;

const exploreInput = (input: Input) => explore(twin, twin.evaluate(input));
const outcomeOf = (input: Input) => exploreInput(input).outcome;
const leaderOf = ({ evaluation, standings }: Explored) =>
  leadingCondition(twin.book, evaluation.truths, standings);
/** Hours until somebody has to be seen. */
function deadlineOf(input: Input): number {
  const { referral } = conclude(twin.book, input, twin.evaluate(input), at);
  if (!referral.clock) return Infinity;
  return (new Date(referral.clock.deadline).getTime() - at.getTime()) / 3_600_000;
}

/** The same by the red flags alone; an emergency ends the self-check whatever its clock. */
function flagDeadlineOf(input: Input): number {
  const { evaluation, standings, outcome } = explore(twin, twin.evaluate(input));
  if (outcome.urgency === 'emergency-now') return Infinity;
  const hours = twin.book.setters
    .filter(({ condition, urgency }) => condition === null && urgency === outcome.urgency)
    .filter((setter) => sets(setter, evaluation.truths, standings, 'certain'))
    .map(({ withinHours }) => withinHours);
  return Math.min(Infinity, ...hours);
}

/** The questions that were not asked though one of their options would change the result. */
function restThatChangesResult(input: Input, asked: readonly string[]): string[] {
  const { now, reach } = stateOfSelfCheck(twin, input, asked);
  if (now.outcome.urgency === 'emergency-now') return [];
  return base.questions
    .map(({ id }) => id)
    .filter((id) => !asked.includes(id) && twin.isAsked(now.evaluation, id))
    .filter((id) =>
      (suppositionsOf(twin.book).get(id) ?? []).some(({ answer }) => {
        const next = exploreWith(twin, reach, { [id]: answer });
        return next.outcome.urgency !== now.outcome.urgency || leaderOf(next) !== leaderOf(now);
      }),
    );
}

const { emergencyQuestions } = twin.book;
const core = base.questions.filter((question) => question.core).map(({ id }) => id);

describe('over the vignettes', () => {
  const played = readVignettes().map(({ name, input }) => ({
    name,
    whole: input,
    ...playSelfCheck(twin, input),
  }));

  const drafts = new Set(draftVignettes().map(({ name }) => name));

  test.each(played)('$name ends with the urgency of the full questionnaire', ({ whole, input }) => {
    expect(outcomeOf(input).urgency).toBe(outcomeOf(whole).urgency);
    expect(deadlineOf(input)).toBeLessThanOrEqual(deadlineOf(whole));
  });

  test('the condition that leads is that of the full questionnaire, but in a few', () => {
    const others = played
      .filter(({ whole, input }) => leaderOf(exploreInput(input)) !== leaderOf(exploreInput(whole)))
      .map(({ name }) => name);
    expect(others.filter((name) => drafts.has(name))).toEqual([]);
    expect(others.length / played.length).toBeLessThan(0.02);
  });

  test.each([
    ['all', played, 22],
    ['those of the research draft', played.filter(({ name }) => drafts.has(name)), 20],
  ])('half of %s are done after that many questions', (_, some, most) => {
    const counts = some.map(({ asked }) => asked.length).sort((a, b) => a - b);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(most);
  });
});

const answers: fc.Arbitrary<Answers> = arbitraryAnswers(base, 'patient').map((one) =>
  dropUnasked(base, one),
);

describe('on random answers', () => {
  const people = fc.tuple(answers, fc.constantFrom({}, calmScreen)).map(
    ([one, screen]): Input => ({
      audience: 'patient',
      answers: dropUnasked(base, { ...one, ...screen }),
    }),
  );

  test('it ends with the urgency of the full questionnaire, every time', { timeout }, () => {
    fc.assert(
      fc.property(people, (input) => {
        const { input: revealed, asked } = playSelfCheck(twin, input);
        expect(outcomeOf(revealed).urgency).toBe(outcomeOf(input).urgency);
        expect(deadlineOf(revealed)).toBeLessThanOrEqual(flagDeadlineOf(input));
        expect(restThatChangesResult(revealed, asked)).toEqual([]);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.slice(0, emergencyQuestions.length)).toEqual(emergencyQuestions);
        const rest = asked.slice(
          emergencyQuestions.length,
          emergencyQuestions.length + core.length,
        );
        expect(core.slice(0, rest.length)).toEqual(rest);
      }),
      { numRuns: 300 },
    );
  });

  test('what it asks depends only on what it has been told', { timeout }, () => {
    fc.assert(
      fc.property(people, fc.nat(), (input, cut) => {
        const { asked } = playSelfCheck(twin, input);
        const soFar = asked.slice(0, cut % asked.length);
        const told = Object.fromEntries(
          Object.entries(input.answers).filter(([id]) => soFar.includes(id)),
        );
        const turned = Object.fromEntries(Object.entries(told).reverse());
        const state = stateOfSelfCheck(twin, { ...input, answers: turned }, soFar.toReversed());
        expect(chooseQuestion(twin, state)?.id).toBe(asked[soFar.length]);
      }),
      { numRuns: 50 },
    );
  });
});

test('whether somebody can be pregnant is asked before whether she is', () => {
  fc.assert(
    fc.property(answers, (one) => {
      const { asked } = playSelfCheck(twin, { audience: 'patient', answers: one });
      const both = asked.filter((id) => id === 'pregnancy' || id === 'sex-at-birth');
      expect(both[0]).not.toBe('pregnancy');
    }),
    { numRuns: 30 },
  );
});

test('a question that was not answered is never asked twice', () => {
  const { asked } = playSelfCheck(twin, { audience: 'patient', answers: {} });
  expect(new Set(asked).size).toBe(asked.length);
});

test('an emergency ends it when the screen is through; nothing known means about 20 to come', () => {
  const input: Input = { audience: 'patient', answers: { 'chest-symptoms': ['breathless'] } };
  expect(playSelfCheck(twin, input).asked).toEqual(emergencyQuestions);
  const begun = stateOfSelfCheck(twin, { audience: 'patient', answers: {} }, []);
  const foreseen = foreseeQuestions(twin, begun);
  expect(foreseen).toBeGreaterThan(15);
  expect(foreseen).toBeLessThan(base.questions.length);
});

test('a clinician is not asked everything because nobody has examined yet', () => {
  const counts = audiences.map((audience) =>
    draftVignettes().map(({ input }) => playSelfCheck(twin, { ...input, audience }).asked.length),
  );
  const [patient = 0, clinician = 0] = counts.map((some) =>
    some.reduce((sum, one) => sum + one, 0),
  );
  expect(clinician / patient).toBeLessThan(1.2);
});

test('findings are known from the start, and nobody is asked for them', () => {
  const findings: Answers = { 'thompson-test': 'absent' };
  const input: Input = { audience: 'clinician', answers: { ...calmScreen, ...findings } };
  const played = playSelfCheck(twin, input);
  expect(played.input.answers).toMatchObject(findings);
  expect(played.asked.every((id) => base.questions.some((question) => question.id === id))).toBe(
    true,
  );
});
