import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eraseExpired, withdrawIntake } from '@/lib/intake/erase-intakes';
import { openIntake } from '@/lib/intake/open-intake';
import { deriveReference } from '@/lib/intake/reference';
import { keepSharedDays } from '@/lib/intake/retention';
import { type SubmitResult, submitIntake } from '@/lib/intake/submit-intake';
import { type FreshHouse, makeFreshHouse, makeSubmission, runAlone } from './fresh-house';

const now = new Date('2026-11-24T09:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);

let house: FreshHouse;
beforeAll(async () => {
  house = await makeFreshHouse();
});
afterAll(() => house.close());

async function share(at = now): Promise<string> {
  return referenceOf(await submitIntake(house, makeSubmission(), at));
}

function referenceOf(result: SubmitResult): string {
  if (result.outcome !== 'stored') throw new Error(`not stored: ${JSON.stringify(result)}`);
  return result.reference;
}

describe('a submission', () => {
  test('is opened by its reference, with the summary of its answers', async () => {
    const opened = await openIntake(house.database, await share(), now);
    expect(opened?.summary).toMatchObject({
      filledInBy: 'patient',
      assessedAt: now.toISOString(),
      knowledgeBase: { hash: house.base.hash },
      headline: { urgency: expect.any(String) },
    });
    expect(opened?.expiresAt).toEqual(later(keepSharedDays));
  });

  test('is assessed as of when it was answered, by the clock of the server', async () => {
    const submission = makeSubmission({ answeredSecondsAgo: 3600 });
    const reference = referenceOf(await submitIntake(house, submission, now));
    const opened = await openIntake(house.database, reference, now);
    expect(opened?.summary.assessedAt).toBe('2026-11-24T08:00:00.000Z');
  });

  test('that is sent again makes no second intake and is told the same reference', async () => {
    const submission = makeSubmission();
    const first = await submitIntake(house, submission, now);
    const again = await submitIntake(house, submission, later(1));
    expect(first).toMatchObject({ outcome: 'stored', isNew: true });
    expect(again).toEqual({ ...first, isNew: false });
    const { submissionKey } = submission;
    expect(await house.database.intake.count({ where: { submissionKey } })).toBe(1);
  });

  test('that is sent again after the questions have changed is told the same reference', async () => {
    const submission = makeSubmission();
    const first = await submitIntake(house, submission, now);
    const changed = { ...house, base: { ...house.base, questions: [] } };
    expect(await submitIntake(changed, submission, now)).toEqual({ ...first, isNew: false });
  });

  test('that comes twenty times at once makes one intake with one reference', async () => {
    const submission = makeSubmission();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => submitIntake(house, submission, now)),
    );
    expect(new Set(results.map(referenceOf)).size).toBe(1);
    expect(results.filter((result) => result.outcome === 'stored' && result.isNew)).toHaveLength(1);
    const { submissionKey } = submission;
    const intake = await house.database.intake.findUniqueOrThrow({ where: { submissionKey } });
    const events = await house.database.auditEvent.findMany({ where: { intakeId: intake.id } });
    expect(events.map(({ action }) => action)).toEqual(['submitted']);
  });

  test('with the key of another is refused, and changes nothing', async () => {
    const submission = makeSubmission();
    const reference = referenceOf(await submitIntake(house, submission, now));
    const others = [
      { ...submission, answers: { ...submission.answers, side: 'right' } },
      { ...submission, unsure: ['walking'] },
      { ...submission, audience: 'clinician' as const },
    ];
    for (const other of others) {
      expect(await submitIntake(house, other, now)).toEqual({ outcome: 'conflict' });
    }
    expect(await openIntake(house.database, reference, now)).not.toBeNull();
  });

  test.each([
    ['an unknown question', { answers: { 'shoe-size': 43 } }, 'answers.shoe-size'],
    ['a wrong option', { answers: { onset: 'bang' } }, 'answers.onset'],
    ['an unknown unsure question', { unsure: ['shoe-size'] }, 'unsure.0'],
    ['one that is answered and unsure', { unsure: ['onset'] }, 'unsure.0'],
  ])('with %s is refused by field, and stores nothing', async (_, changes, field) => {
    const submission = makeSubmission(changes);
    expect(await submitIntake(house, submission, now)).toMatchObject({
      outcome: 'invalid',
      faults: [{ field }],
    });
    const { submissionKey } = submission;
    expect(await house.database.intake.findUnique({ where: { submissionKey } })).toBeNull();
  });
});

describe('a reference', () => {
  test('is not in the database', async () => {
    const submission = makeSubmission();
    const reference = referenceOf(await submitIntake(house, submission, now));
    const { submissionKey } = submission;
    const row = await house.database.intake.findUniqueOrThrow({ where: { submissionKey } });
    expect(JSON.stringify(row)).not.toContain(reference);
  });

  test('opens however it is typed', async () => {
    const reference = await share();
    for (const typed of [
      reference.toLowerCase(),
      reference.replaceAll('-', ' '),
      ` ${reference}`,
    ]) {
      expect(await openIntake(house.database, typed, now)).not.toBeNull();
    }
  });

  test('opens nothing where it is unknown, malformed, expired or withdrawn', async () => {
    const withdrawn = await share();
    await withdrawIntake(house.database, withdrawn, now);
    const expired = await share(later(-keepSharedDays));
    const unknown = deriveReference(house.secret, 'never submitted');
    for (const reference of [withdrawn, expired, unknown, '', '../../etc', 'U'.repeat(500)]) {
      expect(await openIntake(house.database, reference, now)).toBeNull();
    }
  });

  test('is refused rather than told wrong once the secret has changed', async () => {
    const submission = makeSubmission();
    await submitIntake(house, submission, now);
    const moved = { ...house, secret: 'another secret, of another server' };
    await expect(submitIntake(moved, submission, now)).rejects.toThrow('reference-secret-changed');
  });
});

describe('what was shared', () => {
  test('is erased when it is withdrawn, once, and cannot be submitted again', async () => {
    const submission = makeSubmission();
    const reference = referenceOf(await submitIntake(house, submission, now));
    await withdrawIntake(house.database, reference.toLowerCase(), now);
    await withdrawIntake(house.database, reference, later(1));
    const { submissionKey } = submission;
    const row = await house.database.intake.findUniqueOrThrow({ where: { submissionKey } });
    expect(row).toMatchObject({
      answers: null,
      unsure: null,
      assessment: null,
      summary: null,
      withdrawnAt: now,
      erasedAt: now,
    });
    expect(await submitIntake(house, submission, now)).toEqual({ outcome: 'gone' });
  });

  test('opens until it expires, and is then erased', async () => {
    const submission = makeSubmission();
    const reference = referenceOf(await submitIntake(house, submission, now));
    const lastMoment = new Date(later(keepSharedDays).getTime() - 1);
    expect(await openIntake(house.database, reference, lastMoment)).not.toBeNull();
    expect(await openIntake(house.database, reference, later(keepSharedDays))).toBeNull();
    expect(await eraseExpired(house.database, later(keepSharedDays))).toBeGreaterThan(0);
    expect(await eraseExpired(house.database, later(keepSharedDays))).toBe(0);
    const { submissionKey } = submission;
    const row = await house.database.intake.findUniqueOrThrow({ where: { submissionKey } });
    expect(row).toMatchObject({ answers: null, summary: null, withdrawnAt: null });
  });

  test.each([
    ['changed', `UPDATE "Intake" SET "answers" = '{}'`],
    ['kept longer', `UPDATE "Intake" SET "expiresAt" = now() + interval '1 year'`],
    ['given another reference', `UPDATE "Intake" SET "referenceHash" = 'x'`],
    ['erased in part', `UPDATE "Intake" SET "answers" = NULL`],
    [
      'changed by erasing it',
      `UPDATE "Intake" SET "answers" = NULL, "unsure" = NULL, "assessment" = NULL,
        "summary" = NULL, "erasedAt" = now(), "submittedAt" = now() WHERE "erasedAt" IS NULL`,
    ],
    ['removed', 'DELETE FROM "Intake"'],
    ['removed with all others', 'TRUNCATE "Intake"'],
  ])('cannot be %s, even by the owner of the database', async (_, statement) => {
    await share();
    await expect(runAlone(house.url, statement)).rejects.toThrow('intake-immutable');
  });
});
