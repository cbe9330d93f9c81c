import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Answers } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import { dispositionOf } from '@/lib/triage/disposition';
import { calmScreen } from '../calm-screen';

const base = knowledgeBase();
const at = new Date('2026-01-05T09:00:00Z');
const judge = (answers: Answers) =>
  assess(base, { audience: 'patient', answers: { ...calmScreen, ...answers } }, at);

const torn: Answers = {
  age: 50,
  onset: 'sudden-pop',
  'pain-location': ['achilles-mid'],
  side: 'left',
  'heel-raise': 'cannot',
};
const floor = 'knowledge-base/floors/milderFormOpen';
const flag = 'red-flags/possible-achilles-rupture';
const referral = 'conditions/achilles-rupture/referral';

describe('a torn tendon', () => {
  test('of days is urgent by its flag, with no floor', async () => {
    const {
      urgency,
      urgencyReasons,
      referral: to,
    } = await judge({ ...torn, duration: '1-3-days' });
    expect(urgency).toBe('same-day');
    expect(urgencyReasons.filter(({ rule }) => rule === flag)).toMatchObject([
      { urgency: 'same-day' },
    ]);
    expect(urgencyReasons.map(({ rule }) => rule)).not.toContain(floor);
    expect(to.to).toContain('Emergency department');
  });

  test('of months is milder in level, words, address and deadline', async () => {
    const assessment = await judge({ ...torn, duration: 'over-3-months' });
    expect(assessment.urgency).toBe('within-72h');
    const present = assessment.redFlags.find(({ id }) => id === 'possible-achilles-rupture');
    expect(present?.urgency).toBe('within-72h');
    expect(assessment.advice).toContain(present?.action);
    expect(present?.action).toContain('old tear');
    expect(assessment.referral.to).toBe('Orthopaedics or Achilles clinic');
    const { withinHours } = dispositionOf(base, 'within-72h');
    expect(assessment.referral.clock?.deadline).toBe(
      new Date(at.getTime() + (withinHours ?? 0) * 3_600_000).toISOString(),
    );
  });

  test('of unknown age counts as new, and only a floor says so', async () => {
    const { urgency, urgencyReasons, redFlags } = await judge(torn);
    expect(urgency).toBe('same-day');
    expect(redFlags.find(({ id }) => id === 'possible-achilles-rupture')?.urgency).toBe('same-day');
    for (const rule of [flag, referral]) {
      const levels = urgencyReasons.filter((one) => one.rule === rule).map((one) => one.urgency);
      expect(levels).toEqual(['within-72h']);
    }
    expect(urgencyReasons.find(({ rule }) => rule === floor)?.urgency).toBe('same-day');
  });
});

test('present flags come in the order of the forms that they take', async () => {
  const { redFlags } = await judge({
    ...torn,
    duration: 'over-3-months',
    course: 'same',
    'clot-risks': ['none'],
    'skin-changes': ['vein-cord'],
  });
  const ids = redFlags.map(({ id }) => id);
  expect(ids).toEqual(
    expect.arrayContaining(['superficial-vein-clot', 'possible-achilles-rupture']),
  );
  expect(ids.indexOf('superficial-vein-clot')).toBeLessThan(
    ids.indexOf('possible-achilles-rupture'),
  );
});

test('a swelling that grows is as urgent after months as on the first day', async () => {
  const swollen: Answers = {
    onset: 'slow-no-reason',
    'pain-location': ['foot'],
    side: 'left',
    swelling: ['calf-one'],
    duration: 'over-3-months',
    'clot-risks': ['none'],
  };
  expect((await judge({ ...swollen, course: 'worse' })).urgency).toBe('same-day');
  expect((await judge({ ...swollen, course: 'same' })).urgency).toBe('within-72h');
  expect((await judge(swollen)).urgency).toBe('same-day');
});

test('a duration that may be that of something else makes no swelling milder', async () => {
  const sinceTheFlight: Answers = {
    onset: 'slow-no-reason',
    'pain-location': ['heel-sole', 'whole-calf'],
    side: 'right',
    swelling: ['calf-one'],
    duration: 'over-3-months',
    course: 'same',
    'clot-risks': ['travel'],
  };
  expect((await judge(sinceTheFlight)).urgency).toBe('same-day');
});

test('a foot that drops with sciatica has no milder form, however long the sciatica has been', async () => {
  const dropped: Answers = { weakness: 'foot-drop', duration: 'over-3-months', course: 'better' };
  const levelOf = async (answers: Answers) =>
    (await judge(answers)).redFlags.find(({ id }) => id === 'new-foot-drop')?.urgency;
  expect(await levelOf({ ...dropped, 'back-pain': 'no' })).toBe('within-2-weeks');
  expect(await levelOf({ ...dropped, 'back-pain': 'shooting-one-leg' })).toBe('within-72h');
});
