import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Answers } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import { readVignettes } from '../vignettes/read-vignettes';

const base = knowledgeBase();
const at = new Date('2026-01-05T09:00:00Z');
const vignettes = readVignettes();

function answersOf(name: string): Answers {
  return vignettes.find((one) => one.name === name)?.input.answers ?? {};
}

const assessPatient = (answers: Answers) => assess(base, { audience: 'patient', answers }, at);
const clot = answersOf('deep-vein-thrombosis/swollen-after-knee-operation');
const strain = answersOf('gastrocnemius-strain/tennis-lunge');

describe.each(vignettes)('$name', ({ input }) => {
  test('no condition that is pinned or plausible is harmed by the advice', async () => {
    const { ranking, rehabilitation, avoid, referral } = await assess(base, input, at);
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

  test('somebody is named to turn to, what to do, and when to get help sooner', async () => {
    const { referral, advice, safetyNet } = await assess(base, input, at);
    expect(referral.to).not.toBe('');
    expect(advice.length).toBeGreaterThan(0);
    expect(safetyNet.length).toBeGreaterThan(0);
  });
});

test('a suspected clot: the clinical clock, and no massage though a strain is plausible too', async () => {
  const { referral, rehabilitation } = await assessPatient({
    ...strain,
    ...clot,
    onset: 'sudden-no-pop',
    course: 'worse',
  });
  expect(referral.condition).toBe('deep-vein-thrombosis');
  expect(referral.clock?.deadline).toBe('2026-01-05T13:00:00.000Z');
  expect(rehabilitation.find(({ option }) => option === 'massage')?.status).toBe('never');
});

test('a strain: home advice, rehabilitation by phase, and the recovery time', async () => {
  const { referral, rehabilitation, recovery } = await assessPatient(strain);
  expect(referral.condition).toBe('gastrocnemius-strain');
  expect(rehabilitation.find(({ option }) => option === 'strengthening')?.status).toBe('later');
  expect(recovery).toMatch(/week/);
});

test('while a clot is not excluded nothing but rest is for now, and the page says why', async () => {
  const { notExcluded, rehabilitation, avoid } = await assessPatient(strain);
  expect(notExcluded.some(({ condition }) => condition === 'deep-vein-thrombosis')).toBe(true);
  const now = rehabilitation.filter(({ status }) => status === 'now').map(({ option }) => option);
  expect(now).toEqual(['rest-and-walking-aids']);
  expect(avoid.join(' ')).toMatch(/clot/);
});

test('nothing supported: no condition is guessed at, and no exercise is offered', async () => {
  const { referral, rehabilitation, recovery, urgencyReasons } = await assessPatient({});
  expect(referral.condition).toBeNull();
  expect(rehabilitation).toEqual([]);
  expect(recovery).toBeNull();
  expect(urgencyReasons.map(({ rule }) => rule)).toContain(
    'knowledge-base/floors/nothingSupported',
  );
});

test('a child under 8 is out of scope, and sent to a clinician', async () => {
  const { scope, urgency } = await assessPatient({ age: 6, onset: 'overuse' });
  expect(scope).toBe('out');
  expect(urgency).toBe('within-72h');
});
