import { describe, expect, test } from 'vitest';
import { describeDeadline } from '@/app/check/result/describe-deadline';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { chooseReasons } from '@/lib/summary/choose-reasons';
import { fieldPlaces } from '@/lib/summary/field-places';
import { sheetContent } from '@/lib/summary/sheet-content';
import { summarize } from '@/lib/summary/summarize';
import { isWorthShowing } from '@/lib/summary/worth-showing';
import type { Audience, Input } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import { toFact } from '@/lib/triage/facts';
import { comparisonsOf, emergencyQuestionIds } from '@/lib/triage/knowledge-base';
import type { When } from '@/lib/triage/schema';
import { twinOf } from '@/lib/triage/twin';
import { draftVignettes } from '../draft-vignettes';
import { words } from '../papers';

const base = knowledgeBase();
const at = new Date('2026-01-05T09:00:00Z');
const voice = { audience: 'clinician', language: 'en' } as const;

const { book, evaluate } = twinOf(base);
const vignettes = readVignettes();

/** With the twin: there are too many vignettes for json-rules-engine, and `twin.test.ts` compares them. */
function assess(input: Input, wording: Audience) {
  return conclude(book, input, evaluate(input), at, voice.language, wording);
}

async function summaryOf(input: Input, context = {}) {
  const assessment = assess(input, 'clinician');
  return summarize(base, input, assessment, voice, context);
}

const findings = new Set(base.findings.map(({ id }) => id));
const isFinding = (fact: string) => findings.has(fact);
const factsOf = (when: When) => comparisonsOf(when).map(({ fact }) => fact);

function vignette(name: string): Input {
  const found = vignettes.find((one) => one.name === name);
  if (!found) throw new Error(`no vignette ${name}`);
  return found.input;
}

test('every question with a place of its own exists', () => {
  const ids = base.questions.map(({ id }) => id);
  const placed = [
    ...fieldPlaces.person,
    ...fieldPlaces.timeline,
    fieldPlaces.area,
    fieldPlaces.side,
  ];
  expect(placed.filter((id) => !ids.includes(id))).toEqual([]);
});

/** A summary tries every open answer: all of them would take minutes. */
const summarized = [...draftVignettes(), ...vignettes.filter((_, place) => place % 8 === 0)];

describe.each(summarized)('$name', ({ input }) => {
  test('says the urgency in clinical words, and asks something of somebody', async () => {
    const { headline, ask, filledInBy } = await summaryOf(input);
    const { urgency } = assess(input, input.audience);
    const level = base.dispositions.find(({ id }) => id === urgency);
    expect(headline).toMatchObject({ urgency, name: level?.name.clinician.en });
    expect(headline.reasons.length).toBeGreaterThan(0);
    expect(ask.to).not.toBe('');
    expect(filledInBy).toBe(input.audience);
  });

  test('keeps the order of the ranking, in clinical words, with at most two reasons', async () => {
    const { conditions } = await summaryOf(input);
    const { ranking } = assess(input, 'clinician');
    const shown = ranking.filter(isWorthShowing).map(({ condition, name }) => [condition, name]);
    expect(conditions.map(({ id, name }) => [id, name])).toEqual(shown);
    for (const { reasons } of conditions) expect(reasons.length).toBeLessThanOrEqual(2);
  });

  test('sorts every red flag into one of the three columns', async () => {
    const { present, notExcluded, excluded } = (await summaryOf(input)).redFlags;
    const sorted = [...present, ...notExcluded, ...excluded].map(({ id }) => id).sort();
    expect(sorted).toEqual(base.redFlags.map(({ id }) => id).sort());
  });

  test.runIf(input.audience === 'patient')(
    'calls nothing excluded that only an examination could exclude',
    async () => {
      const { redFlags, instruments } = await summaryOf(input);
      const excluded = redFlags.excluded.map(({ id }) => id);
      const examined = base.redFlags.filter((flag) => factsOf(flag.when).every(isFinding));
      expect(examined.length).toBeGreaterThan(0);
      expect(examined.filter(({ id }) => excluded.includes(id))).toEqual([]);
      const unscored = base.instruments.filter(({ items }) =>
        items?.every((item) => factsOf(item.when).every(isFinding)),
      );
      expect(unscored.length).toBeGreaterThan(0);
      expect(instruments.filter(({ id }) => unscored.some((one) => one.id === id))).toEqual([]);
    },
  );

  test('states every answer that was given, and none that was not', async () => {
    const { answers } = await summaryOf(input);
    const known = answers
      .flatMap(({ statements }) => statements)
      .filter(({ answer }) => answer !== null);
    const given = [...book.fields.values()].filter(
      (field) => toFact(field, input.answers[field.id]) !== undefined,
    );
    expect(known.map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort());
  });

  test('is plain JSON, the same every time', async () => {
    const summary = await summaryOf(input);
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
    expect(await summaryOf(input)).toEqual(summary);
  });
});

test('an unknown answer is listed as unknown, never as no', async () => {
  const { 'chest-symptoms': _left, ...answers } = vignette(
    'gastrocnemius-strain/tennis-lunge',
  ).answers;
  const { keyUnknowns, answers: blocks } = await summaryOf({ audience: 'patient', answers });
  const unanswered = { id: 'chest-symptoms', answer: null, state: 'unanswered' };
  expect(keyUnknowns).toContainEqual(expect.objectContaining(unanswered));
  const emergency = blocks.find((block) => block.emergency)?.statements;
  expect(emergency).toContainEqual(expect.objectContaining(unanswered));
});

test('"not sure" is told apart from not answered, and both are unknown', async () => {
  const input = { audience: 'patient', answers: { age: 40 } } as const;
  const { timeline } = await summaryOf(input, { unsure: ['onset'] });
  const states = Object.fromEntries(timeline.map(({ id, state }) => [id, state]));
  expect(states).toMatchObject({ onset: 'not-sure', duration: 'unanswered' });
});

test('an option that means "not measured" is unknown', async () => {
  const field = base.questions.find(({ options }) => options?.some(({ unknown }) => unknown));
  const option = field?.options?.find(({ unknown }) => unknown);
  if (!field || !option) throw new Error('no question has an unknown option');
  const answer = field.type === 'multiple' ? [option.value] : option.value;
  const input = { audience: 'patient', answers: { [field.id]: answer } } as const;
  const { answers } = await summaryOf(input);
  const statement = answers
    .flatMap(({ statements }) => statements)
    .find(({ id }) => id === field.id);
  expect(statement).toMatchObject({ answer: null, state: 'not-sure' });
});

test('the emergency screen left open stands first among the unknowns', async () => {
  const { keyUnknowns, headline } = await summaryOf({ audience: 'patient', answers: { age: 40 } });
  const screen = emergencyQuestionIds(base);
  expect(keyUnknowns.slice(0, screen.length).map(({ id }) => id)).toEqual(screen);
  expect(headline.reasons.some(({ isFloor }) => isFloor)).toBe(true);
});

test('answers that support nothing, and people out of scope, are no result', async () => {
  const nothing = await summaryOf({ audience: 'patient', answers: {} });
  expect(nothing.outcome).toBe('nothing-supported');
  const child = await summaryOf({ audience: 'patient', answers: { age: 5 } });
  expect(child.outcome).toBe('out-of-scope');
});

test('what was told is in the words that the patient read', async () => {
  const input = vignette('achilles-rupture/pop-at-squash');
  const { told } = await summaryOf(input);
  const patient = assess(input, 'patient');
  expect(told).toMatchObject({
    advice: patient.advice,
    avoid: patient.avoid,
    safetyNet: patient.safetyNet,
  });
});

test('where the condition that leads is calmer, the provider is asked for what the red flag asks', async () => {
  const spots = vignette('plantar-fasciitis/sore-heel-and-new-purple-spots-on-the-shins');
  const summary = await summaryOf(spots);
  const flag = base.redFlags.find(({ id }) => id === 'non-blanching-spots');
  expect(summary.ask.tests).toEqual([flag?.action.clinician.en]);
  const { lead, tearOff } = sheetContent(summary, words);
  expect(lead).toContain('Where to go: Doctor or urgent care with blood tests, today');
  expect(tearOff.facts).toEqual(
    expect.arrayContaining([
      { label: 'Because', text: flag?.name.clinician.en },
      { label: 'Asked of you', text: flag?.action.clinician.en },
    ]),
  );
  // A condition that is as urgent by itself has its own tests.
  const rupture = await summaryOf(vignette('achilles-rupture/pop-at-squash'));
  expect(rupture.ask.tests).toEqual(
    assess(vignette('achilles-rupture/pop-at-squash'), 'clinician').referral.tests,
  );
});

test('the version, the hash and the missing review go with it', async () => {
  const { knowledgeBase: shown } = await summaryOf(vignette('achilles-rupture/pop-at-squash'));
  expect(shown).toMatchObject({ version: base.version, hash: base.hash, review: base.review });
  expect(shown.notice === null).toBe(base.review !== null);
});

test('reasons are the strongest that count: for before against, each with its basis', () => {
  const piece = (text: string, weight: number, counted = true) => {
    return { id: text, text, weight, counted, basis: 'consensus', sources: [] } as const;
  };
  const supports = [piece('weak', 1.5), piece('drowned', 9, false), piece('strong', 6)];
  const opposes = [piece('against', 0.15)];
  const told = (reasons: readonly { text: string }[]) => reasons.map(({ text }) => text);
  expect(told(chooseReasons({ supports, opposes }, 2))).toEqual(['strong', 'weak']);
  expect(told(chooseReasons({ supports: supports.slice(2), opposes }, 2))).toEqual([
    'strong',
    'against',
  ]);
});

test.each([
  ['2026-01-05T08:59:00', 'passed'],
  ['2026-01-05T23:59:00', 'today'],
  ['2026-01-06T00:01:00', 'tomorrow'],
  ['2026-01-08T09:00:00', 'later'],
  ['2026-01-19T09:00:00', 'date'],
] as const)('a deadline at %s is said as: %s', (deadline, words) => {
  expect(describeDeadline(new Date(deadline), new Date('2026-01-05T09:00:00'))).toBe(words);
});

test('of the scores what was found comes first, and another form of a score last', async () => {
  const { instruments } = await summaryOf({
    audience: 'clinician',
    answers: {
      age: 52,
      'sex-at-birth': 'male',
      swelling: ['calf-one'],
      medicines: ['none'],
      'clot-risks': ['cast'],
      'calf-girth-measured': 3.5,
      'venous-signs': ['deep-vein-tender'],
      'alternative-to-dvt': 'no',
      'heel-raise-count': 0,
      'thompson-test': 'normal',
      'plantarflexion-power': 5,
      'tendon-gap': 'none',
      'passive-dorsiflexion': 'equal',
    },
  });
  expect(instruments.map(({ id }) => id)).toEqual([
    'wells-dvt-two-level',
    'achilles-rupture-tests',
    'aaos-achilles',
    'heel-raise-norms',
    'wells-dvt-three-level',
  ]);
});
