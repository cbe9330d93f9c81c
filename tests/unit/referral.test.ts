import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import type { Answers, Input } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import { isMoreUrgent } from '@/lib/triage/disposition';
import { twinOf } from '@/lib/triage/twin';
import { calmScreen } from '../calm-screen';

const base = knowledgeBase();
const at = new Date('2026-01-05T09:00:00Z');
const vignettes = readVignettes();

function answersOf(name: string): Answers {
  return vignettes.find((one) => one.name === name)?.input.answers ?? {};
}

/** With the twin: there are too many vignettes for json-rules-engine, and `twin.test.ts` compares them. */
const { book, evaluate } = twinOf(base);
const assess = (input: Input) => conclude(book, input, evaluate(input), at);
const assessPatient = (answers: Answers) => assess({ audience: 'patient', answers });
const clot = answersOf('deep-vein-thrombosis/swollen-after-knee-operation');
const strain = answersOf('gastrocnemius-strain/tennis-lunge');

describe.each(vignettes)('$name', ({ input }) => {
  test('no condition that is pinned or plausible is harmed by the advice', () => {
    const { ranking, rehabilitation, avoid, referral } = assess(input);
    const considered = ranking.filter(({ pinned, plausible }) => pinned || plausible);
    for (const { condition } of considered) {
      const it = base.conditions.find(({ id }) => id === condition);
      for (const { option, status } of rehabilitation) {
        if (it?.rehabilitation.options[option] === 'never') expect(status).toBe('never');
      }
    }
    const leading = base.conditions.find(({ id }) => id === referral.condition);
    for (const one of leading?.advice.avoid ?? []) expect(avoid).toContain(one.en);
  });

  test('somebody is named to turn to, what to do, and when to get help sooner', () => {
    const { referral, advice, safetyNet } = assess(input);
    expect(referral.to).not.toBe('');
    expect(advice.length).toBeGreaterThan(0);
    expect(safetyNet.length).toBeGreaterThan(0);
  });

  test('nobody in a hurry is sent to whoever is there for quieter days', () => {
    const { urgency, urgencyReasons, referral, advice } = assess(input);
    if (!isMoreUrgent(urgency, 'within-72h')) return;
    expect(referral.to).not.toMatch(/neurology clinic|^physio|^physical therapist/i);
    const setters = urgencyReasons.filter((one) => one.urgency === urgency);
    for (const { id, condition, to } of base.redFlags) {
      if (condition !== null || !setters.some(({ rule }) => rule === `red-flags/${id}`)) continue;
      expect(referral.to).toContain(to?.en);
    }
    const quieter = urgencyReasons.filter((one) => isMoreUrgent(urgency, one.urgency));
    for (const { text, rule } of quieter) {
      if (rule.startsWith('knowledge-base/out-of-scope')) expect(advice).not.toContain(text);
    }
  });

  test('the general net says every emergency, and nothing that is no more urgent than the level', () => {
    const { urgency, safetyNet } = assess(input);
    for (const { text, urgency: then } of base.safetyNet) {
      const isSaid = then === 'emergency-now' || isMoreUrgent(then, urgency);
      expect(safetyNet.includes(text.en)).toBe(isSaid);
    }
  });

  test('nothing is said that the level contradicts, nor as if a danger to be ruled out were there', () => {
    const { urgency, referral, advice, recovery, milestones, ranking, urgencyReasons } =
      assess(input);
    const led = book.conditionsById.get(referral.condition ?? '');
    if (!led) return;
    const { condition, referralRule } = led;
    const isItsOwn =
      ranking.some(({ condition: id, pinned }) => id === condition.id && pinned) ||
      urgencyReasons.some(({ rule }) => rule === referralRule);
    const isMilder = isMoreUrgent(condition.referral.urgency, urgency);
    if (isItsOwn && !isMilder) return;
    expect(advice.filter((text) => condition.advice.do.some((one) => one.en === text))).toEqual([]);
    if (isMilder) expect(referral.to).not.toContain(condition.referral.to.en);
    if (!isItsOwn) expect({ recovery, milestones }).toEqual({ recovery: null, milestones: [] });
  });
});

test('a red flag of no condition that sets a hurry: its address alone, and nothing on what led by chance', () => {
  const spots = answersOf('plantar-fasciitis/sore-heel-and-new-purple-spots-on-the-shins');
  const { ranking, referral, avoid, rehabilitation, recovery, milestones } = assessPatient(spots);
  expect(ranking[0]?.condition).toBe('plantar-fasciitis');
  expect(referral).toMatchObject({
    condition: null,
    to: 'Doctor or urgent care with blood tests, today',
    tests: [],
    notTests: [],
  });
  expect({ rehabilitation, recovery, milestones }).toEqual({
    rehabilitation: [],
    recovery: null,
    milestones: [],
  });
  expect(avoid.join(' ')).not.toMatch(/barefoot/i);
  // Without the spots there is much to say about the heel.
  const heel = assessPatient({ ...spots, 'skin-changes': ['none'] });
  expect(heel.avoid.join(' ')).toMatch(/barefoot/i);
  expect(heel.rehabilitation.length).toBeGreaterThan(0);
});

test('a milder form that leaves its condition to the odds says where to go, and leads to none', () => {
  const bruise = answersOf('calf-contusion/small-bruise-without-a-knock-that-she-remembers');
  const { urgency, ranking, referral, avoid } = assessPatient(bruise);
  expect({ urgency, first: ranking[0]?.condition }).toEqual({
    urgency: 'within-2-weeks',
    first: 'calf-contusion',
  });
  expect(referral).toMatchObject({ condition: null, tests: [] });
  expect(avoid.join(' ')).toMatch(/massage/);
  expect(referral.to).toBe('Physical therapist or doctor');
  // In full it leads to the clot.
  const full = assessPatient({ ...bruise, course: 'worse' });
  expect(full.referral.condition).toBe('deep-vein-thrombosis');
  expect(full.referral.tests).not.toEqual([]);
});

test('rest is told by the condition that asks for it, not by one that warns of too much', () => {
  const seen = vignettes.flatMap(({ input }) => {
    const { ranking, rehabilitation } = assess(input);
    const words = ranking
      .filter(({ pinned, plausible }) => pinned || plausible)
      .flatMap(({ condition }) => book.conditionsById.get(condition) ?? [])
      .map(({ condition }) => condition.rehabilitation.options['rest-and-walking-aids']);
    const told = rehabilitation.find(({ option }) => option === 'rest-and-walking-aids');
    return words.includes('now') && words.includes('caution') ? [told?.status] : [];
  });
  expect(seen.length).toBeGreaterThan(20);
  expect(new Set(seen)).toEqual(new Set(['now']));
});

test('in an emergency nobody is sent to the tests of a quieter day', () => {
  const cast = vignettes.find(
    ({ name }) => name === 'acute-compartment-syndrome/boy-tibial-fracture-in-plaster',
  );
  if (!cast) throw new Error('no such vignette');
  const { redFlags, referral } = assess(cast.input);
  expect(redFlags.map(({ condition }) => condition)).toContain('peripheral-artery-disease');
  expect(referral.tests).toContain('Clinical diagnosis: do not wait for imaging');
  expect(referral.tests.join(' ')).not.toMatch(/HbA1c|after exercise/);
});

test('a hot red patch of the tendon: to a doctor, and no word of today where three days are given', () => {
  const { urgency, referral, advice } = assessPatient({
    age: 60,
    'pain-location': ['achilles-mid'],
    'skin-changes': ['red-patch', 'warm'],
    'pain-score': 9,
    ...calmScreen,
  });
  expect(urgency).toBe('within-72h');
  expect(referral).toMatchObject({ condition: 'cellulitis', to: 'Doctor or urgent care' });
  expect(advice.join(' ')).not.toMatch(/See a doctor today/);
});

test.each([
  ['calf-contusion/knock-on-warfarin'],
  ['calf-contusion/thinks-it-is-another-clot-on-apixaban'],
])('%s: nobody who is seen today is told how to treat a bruise at home', (name) => {
  const { urgency, advice } = assessPatient(answersOf(name));
  expect(urgency).toBe('same-day');
  const bruise = book.conditionsById.get('calf-contusion')?.condition.advice.do ?? [];
  expect(bruise).not.toEqual([]);
  expect(advice.filter((text) => bruise.some(({ en }) => en === text))).toEqual([]);
});

test('a child with pain at night and no lump hears nothing of a lump', () => {
  const { referral, recovery, advice } = assessPatient({
    age: 9,
    'pain-location': ['whole-calf'],
    'child-symptoms': ['night-pain'],
    lump: 'none',
    ...calmScreen,
  });
  expect({ recovery, says: [referral.therapy, ...advice].join(' ') }).toEqual({
    recovery: null,
    says: expect.not.stringContaining('lump'),
  });
});

test('a suspected clot: the clinical clock, and no massage though a strain is plausible too', () => {
  const { referral, rehabilitation } = assessPatient({
    ...strain,
    ...clot,
    onset: 'sudden-no-pop',
    course: 'worse',
  });
  expect(referral.condition).toBe('deep-vein-thrombosis');
  expect(referral.clock?.deadline).toBe('2026-01-05T13:00:00.000Z');
  expect(rehabilitation.find(({ option }) => option === 'massage')?.status).toBe('never');
});

test('a strain: home advice, rehabilitation by phase, and the recovery time', () => {
  const { referral, rehabilitation, recovery } = assessPatient(strain);
  expect(referral.condition).toBe('gastrocnemius-strain');
  expect(rehabilitation.find(({ option }) => option === 'strengthening')?.status).toBe('later');
  expect(recovery).toMatch(/week/);
});

test('while a clot is not excluded nothing but rest is for now, and the page says why', () => {
  const { notExcluded, rehabilitation, avoid } = assessPatient(strain);
  expect(notExcluded.some(({ condition }) => condition === 'deep-vein-thrombosis')).toBe(true);
  const now = rehabilitation.filter(({ status }) => status === 'now').map(({ option }) => option);
  expect(now).toEqual(['rest-and-walking-aids']);
  expect(avoid.join(' ')).toMatch(/clot/);
});

test('nothing supported: no condition is guessed at, and no exercise is offered', () => {
  const { referral, rehabilitation, recovery, urgencyReasons } = assessPatient({});
  expect(referral.condition).toBeNull();
  expect(rehabilitation).toEqual([]);
  expect(recovery).toBeNull();
  expect(urgencyReasons.map(({ rule }) => rule)).toContain(
    'knowledge-base/floors/nothingSupported',
  );
});

test('a child under 8 is out of scope, and sent to a clinician', () => {
  const { scope, urgency } = assessPatient({ age: 6, onset: 'overuse' });
  expect(scope).toBe('out');
  expect(urgency).toBe('within-72h');
});
