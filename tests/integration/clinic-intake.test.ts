import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentTitles } from '@/app/fhir/document-titles';
import { changeIntake } from '@/lib/clinic/change-intake';
import type { FieldValue } from '@/lib/clinic/intake-fields';
import {
  openClinicIntake,
  openSignedVersion,
  readSignedSummary,
  readSummaryNow,
} from '@/lib/clinic/open-clinic-intake';
import { listOutcomes, recordOutcome } from '@/lib/clinic/outcomes';
import { readForExchange } from '@/lib/clinic/read-for-exchange';
import type { Scope } from '@/lib/clinic/scope';
import { scopeDatabase } from '@/lib/clinic/scoped-database';
import {
  beginAmendment,
  enterInError,
  hashContent,
  signAssessment,
} from '@/lib/clinic/sign-assessment';
import { verifyAuditTrail } from '@/lib/intake/audit';
import { toDocument } from '@/lib/interop/fhir/to-document';
import { makeClinic, makeIntake, makeMember } from './fresh-clinic';
import { type FreshHouse, makeFreshHouse, runAlone } from './fresh-house';

let house: FreshHouse;
let robin: Scope;
let sam: Scope;
let desk: Scope;
let stranger: Scope;
const now = new Date('2026-03-02T09:00:00Z');

beforeAll(async () => {
  house = await makeFreshHouse();
  const clinic = await makeClinic(house.database);
  robin = await makeMember(house.database, clinic, 'clinician', 'Robin Clinician');
  sam = await makeMember(house.database, clinic, 'clinician', 'Sam Second');
  desk = await makeMember(house.database, clinic, 'frontDesk', 'Dana Desk');
  stranger = await makeMember(house.database, await makeClinic(house.database, 'Hill Practice'));
});
afterAll(() => house.close());

type Change = [field: string, was: FieldValue, value: FieldValue];

function change(id: string, changes: readonly Change[], scope = robin, changeId = randomUUID()) {
  const listed = changes.map(([field, was, value]) => ({ field, was, value }));
  const asked = { changeId, changes: JSON.parse(JSON.stringify(listed)) };
  return changeIntake(house, scope, id, asked, now);
}

function rowOf(id: string) {
  return scopeDatabase(house.database, robin).clinicIntake.findUniqueOrThrow({ where: { id } });
}

describe('changing an intake', () => {
  test('judges it anew, and moves it in the list', async () => {
    const id = await makeIntake(house, robin, { answers: { age: 44, side: 'left' } });
    const before = await rowOf(id);
    const result = await change(id, [['findings.thompson-test', null, 'absent']]);
    expect(result).toMatchObject({ outcome: 'changed', revision: 1, clashes: [] });
    const after = await rowOf(id);
    expect(after.leading).toBe('achilles-rupture');
    expect(after.urgency).toBeLessThan(before.urgency);
    expect(after.queueKey < before.queueKey).toBe(true);
  });

  test('measures both legs, and counts the sore side against the other', async () => {
    const id = await makeIntake(house, robin, { answers: { age: 44, side: 'right' } });
    await change(id, [
      ['findings.calf-girth-measured.left', null, 36.5],
      ['findings.calf-girth-measured.right', null, 40],
    ]);
    const { assessment } = await rowOf(id);
    expect(JSON.stringify(assessment)).toContain('3.5');
  });

  test.each<[string, Change[], string]>([
    ['an unknown finding', [['findings.aura', null, 'green']], 'findings.aura'],
    ['an unknown option', [['findings.thompson-test', null, 'x']], 'findings.thompson-test'],
    ['an unknown field', [['state', null, 'signed']], 'state'],
    ['an unknown condition', [['conclusion.condition', null, 'x']], 'conclusion.condition'],
    ['an unknown level', [['conclusion.urgency', null, 'soon']], 'conclusion.urgency'],
    [
      'a calf of two metres',
      [['findings.calf-girth-measured.left', null, 200]],
      'findings.calf-girth-measured.left',
    ],
    [
      'a difference where both sides are measured',
      [['findings.calf-girth-measured', null, 3]],
      'findings.calf-girth-measured',
    ],
  ])('refuses %s, by field, and changes nothing', async (_, changes, field) => {
    const id = await makeIntake(house, robin);
    const result = await change(id, changes);
    expect(result.outcome).toBe('invalid');
    expect(result).toMatchObject({ faults: [expect.objectContaining({ field })] });
    expect((await rowOf(id)).revision).toBe(0);
  });

  test('counts once, however often it is sent', async () => {
    const id = await makeIntake(house, robin);
    const changeId = randomUUID();
    const sent: Change[] = [['conclusion.comment', null, 'Seen with the mother.']];
    const results = await Promise.all(
      [change(id, sent, robin, changeId), change(id, sent, robin, changeId)].map((one) =>
        one.catch(() => null),
      ),
    );
    expect(results.some((result) => result?.outcome === 'changed')).toBe(true);
    expect(await change(id, sent, robin, changeId)).toMatchObject({
      outcome: 'changed',
      revision: 1,
      clashes: [],
    });
    const { changes } = {
      changes: await scopeDatabase(house.database, robin).intakeChange.count({
        where: { intakeId: id },
      }),
    };
    expect(changes).toBe(1);
  });

  test('keeps what two change in different fields at once', async () => {
    const id = await makeIntake(house, robin);
    const results = await Promise.all([
      change(id, [['findings.thompson-test', null, 'normal']], robin),
      change(id, [['findings.tendon-gap', null, 'none']], sam),
      change(id, [['conclusion.comment', null, 'x']], sam),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['changed', 'changed', 'changed']);
    const { findings, conclusion, revision } = await rowOf(id);
    expect({ findings, conclusion, revision }).toEqual({
      findings: { 'thompson-test': 'normal', 'tendon-gap': 'none' },
      conclusion: { comment: 'x' },
      revision: 3,
    });
  });

  test('tells the second of two in one field what stands there, by whom, and keeps it', async () => {
    const id = await makeIntake(house, robin);
    await change(id, [['conclusion.comment', null, 'Swollen on day two.']], robin);
    const second = await change(
      id,
      [
        ['conclusion.comment', null, 'Looks like a tear.'],
        ['findings.tendon-gap', null, 'none'],
      ],
      sam,
    );
    expect(second).toMatchObject({
      outcome: 'changed',
      clashes: [
        {
          field: 'conclusion.comment',
          theirs: 'Swollen on day two.',
          by: 'Robin Clinician',
          at: now.toISOString(),
        },
      ],
      content: { findings: { 'tendon-gap': 'none' } },
    });
    expect((await rowOf(id)).conclusion).toEqual({ comment: 'Swollen on day two.' });
  });

  test('is refused to another clinic and to the front desk', async () => {
    const id = await makeIntake(house, robin);
    const sent: Change[] = [['conclusion.comment', null, 'x']];
    expect(await change(id, sent, stranger)).toEqual({ outcome: 'missing' });
    await expect(change(id, sent, desk)).rejects.toThrow('not-permitted');
    expect(await openClinicIntake(house.database, stranger, id, now)).toBeNull();
    await expect(openClinicIntake(house.database, desk, id, now)).rejects.toThrow('not-permitted');
  });
});

describe('signing', () => {
  async function concluded(changes: readonly Change[] = []) {
    const id = await makeIntake(house, robin, {
      answers: { age: 44, side: 'left', onset: 'sudden-pop' },
    });
    await change(id, [
      ['findings.thompson-test', null, 'absent'],
      ['conclusion.condition', null, 'achilles-rupture'],
      ['conclusion.urgency', null, 'same-day'],
    ]);
    if (changes.length > 0) await change(id, changes);
    return { id, revision: (await rowOf(id)).revision };
  }
  const sign = (id: string, revision: number, scope = robin, versionId = randomUUID()) =>
    signAssessment(house, scope, id, { versionId, revision, knowledgeBase: house.base.hash }, now);

  test('stores what it stands for, once, and closes the intake', async () => {
    const { id, revision } = await concluded();
    const versionId = randomUUID();
    expect(await sign(id, revision, robin, versionId)).toEqual({ outcome: 'signed', version: 1 });
    expect(await sign(id, revision, robin, versionId)).toEqual({ outcome: 'signed', version: 1 });
    expect(await sign(id, revision)).toEqual({ outcome: 'closed' });
    expect(await change(id, [['conclusion.comment', null, 'x']])).toEqual({ outcome: 'closed' });
    const summary = await readSignedSummary(house.database, robin, id);
    expect(summary?.conclusion).toMatchObject({
      condition: expect.stringMatching(/achilles/i),
      level: { urgency: 'same-day' },
      differs: { condition: false, urgency: 'same' },
      reason: null,
      signedBy: 'Robin Clinician',
      signedAt: now.toISOString(),
      version: 1,
    });
    expect(await readSignedSummary(house.database, stranger, id)).toBeNull();
    const stored = await house.database.signedVersion.findUniqueOrThrow({
      where: { id: versionId },
    });
    expect(hashContent(Object(stored.content))).toBe(stored.contentHash);
  });

  test.each<[string, Change[], string[]]>([
    ['nothing', [], ['conclusion.condition', 'conclusion.urgency']],
    [
      'another condition without a reason',
      [
        ['conclusion.condition', null, 'plantar-fasciitis'],
        ['conclusion.urgency', null, 'same-day'],
      ],
      ['conclusion.overrideReason'],
    ],
    [
      'a lower level without words',
      [
        ['conclusion.condition', null, 'achilles-rupture'],
        ['conclusion.urgency', null, 'routine-pt'],
        ['conclusion.overrideReason', null, 'already-under-care'],
      ],
      ['conclusion.comment'],
    ],
    [
      'another condition without its name',
      [
        ['conclusion.condition', null, 'other'],
        ['conclusion.urgency', null, 'same-day'],
        ['conclusion.overrideReason', null, 'history-says-otherwise'],
      ],
      ['conclusion.otherCondition'],
    ],
  ])('refuses %s, by field', async (_, changes, fields) => {
    const id = await makeIntake(house, robin, { answers: { age: 44, side: 'left' } });
    await change(id, [['findings.thompson-test', null, 'absent'], ...changes]);
    const result = await sign(id, (await rowOf(id)).revision);
    expect(result).toMatchObject({ outcome: 'invalid' });
    expect(result.outcome === 'invalid' && result.faults.map(({ field }) => field)).toEqual(fields);
  });

  test('refuses what somebody changed after the signer looked', async () => {
    const { id, revision } = await concluded();
    await change(id, [['findings.tendon-gap', null, 'none']], sam);
    expect(await sign(id, revision)).toEqual({ outcome: 'changed' });
  });

  test('refuses what was judged by other rules than the signer saw', async () => {
    const { id, revision } = await concluded();
    const sent = { versionId: randomUUID(), revision, knowledgeBase: 'others' };
    expect(await signAssessment(house, robin, id, sent, now)).toEqual({ outcome: 'changed' });
  });

  test('of two at once signs one', async () => {
    const { id, revision } = await concluded();
    const results = await Promise.all([sign(id, revision, robin), sign(id, revision, sam)]);
    const outcomes = results.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'signed')).toEqual(['signed']);
  });

  test('amends as a new version with its reason, the first one kept', async () => {
    const { id, revision } = await concluded();
    await sign(id, revision);
    expect(await beginAmendment(house, sam, id, { reason: 'Wrong side noted' }, now)).toBe('begun');
    await change(id, [['conclusion.plan', null, 'Boot, scan today.']], sam);
    const again = (await rowOf(id)).revision;
    expect(await sign(id, again, sam)).toEqual({ outcome: 'signed', version: 2 });
    const first = await openSignedVersion(house.database, robin, id, 1, now);
    const second = await readSignedSummary(house.database, robin, id);
    expect(await openSignedVersion(house.database, stranger, id, 1, now)).toBeNull();
    expect(await openSignedVersion(house.database, robin, id, 3, now)).toBeNull();
    expect(first?.isLatest).toBe(false);
    expect(first?.summary.conclusion).toMatchObject({
      version: 1,
      plan: null,
      amendedBecause: null,
    });
    expect(second?.conclusion).toMatchObject({
      version: 2,
      plan: 'Boot, scan today.',
      amendedBecause: 'Wrong side noted',
      signedBy: 'Sam Second',
    });
  });

  test('is told to other systems as a signed document, and before as a preliminary one', async () => {
    const { id, revision } = await concluded([
      ['conclusion.urgency', 'same-day', 'emergency-now'],
      ['conclusion.overrideReason', null, 'history-says-otherwise'],
    ]);
    const before = await readForExchange(house, robin, id);
    expect(before).toMatchObject({ unsure: [] });
    expect(before).not.toHaveProperty('signature');
    expect(await sign(id, revision)).toMatchObject({ outcome: 'signed' });
    const after = await readForExchange(house, robin, id);
    expect(after).toMatchObject({
      signature: {
        name: 'Robin Clinician',
        kind: 'signed',
        override: { urgency: 'emergency-now', reason: 'history-says-otherwise' },
      },
    });
    if (after === null || after === 'other-rules') throw new Error('not there');
    const { type, entry = [] } = toDocument({ base: house.base, ...after, titles: documentTitles });
    const kinds = entry.map(({ resource }) => resource?.resourceType);
    expect([type, kinds.includes('ServiceRequest')]).toEqual(['document', true]);
    expect(await readForExchange(house, stranger, id)).toBeNull();
    const changed = { ...house, base: { ...house.base, hash: 'other' } };
    expect(await readForExchange(changed, robin, id)).toBe('other-rules');
  });

  test('enters in error with a reason, and what was signed stays', async () => {
    const { id, revision } = await concluded();
    await sign(id, revision);
    const versionId = randomUUID();
    const stale = { versionId, revision, reason: 'Another patient’s answers' };
    expect(await enterInError(house, robin, id, stale, now)).toEqual({ outcome: 'changed' });
    const error = { ...stale, revision: (await rowOf(id)).revision };
    expect(await enterInError(house, robin, id, error, now)).toMatchObject({ version: 2 });
    expect(await enterInError(house, robin, id, error, now)).toMatchObject({ version: 2 });
    expect((await rowOf(id)).state).toBe('enteredInError');
    expect(await readSummaryNow(house, robin, id)).toBeNull();
    expect(await readForExchange(house, robin, id)).toMatchObject({
      signature: { kind: 'entered-in-error' },
    });
    const opened = await openClinicIntake(house.database, robin, id, now);
    expect(opened?.versions.map(({ kind }) => kind)).toEqual(['enteredInError', 'signed']);
  });

  test('the database itself keeps what was signed', async () => {
    const { id, revision } = await concluded();
    await sign(id, revision);
    const statements = [
      `UPDATE "SignedVersion" SET "signedByName" = 'x' WHERE "intakeId" = '${id}'`,
      `DELETE FROM "SignedVersion" WHERE "intakeId" = '${id}'`,
      `UPDATE "ClinicIntake" SET "findings" = '{}' WHERE "id" = '${id}'`,
      `DELETE FROM "ClinicIntake" WHERE "id" = '${id}'`,
      `UPDATE "IntakeChange" SET "memberId" = 'x' WHERE "intakeId" = '${id}'`,
    ];
    for (const statement of statements) {
      await expect(runAlone(house.url, statement)).rejects.toThrow(
        /immutable|closed|kept|append-only/,
      );
    }
  });

  test('everything stands in the clinic’s audit trail', async () => {
    const { id, revision } = await concluded();
    await openClinicIntake(house.database, sam, id, now);
    await sign(id, revision);
    const events = await scopeDatabase(house.database, robin).auditEvent.findMany({
      where: { intakeId: id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['changed', robin.memberId],
      ['opened', sam.memberId],
      ['signed', robin.memberId],
    ]);
    expect(JSON.stringify(events.map(({ details }) => details))).not.toContain('absent');
    expect(await verifyAuditTrail(house.database, robin.clinicId)).toMatchObject({ ok: true });
  });
});

describe('following up', () => {
  const later = (weeks: number) => new Date(now.getTime() + weeks * 7 * 24 * 60 * 60 * 1000);
  async function signedStrain() {
    const id = await makeIntake(house, robin, {
      answers: { age: 44, side: 'left', 'pain-score': 7 },
    });
    await change(id, [
      ['conclusion.condition', null, 'gastrocnemius-strain'],
      ['conclusion.urgency', null, 'routine-pt'],
      ['conclusion.overrideReason', null, 'history-says-otherwise'],
      ['conclusion.comment', null, 'Seen before.'],
    ]);
    const { revision } = await rowOf(id);
    const signed = await signAssessment(
      house,
      robin,
      id,
      { versionId: randomUUID(), revision, knowledgeBase: house.base.hash },
      now,
    );
    expect(signed.outcome).toBe('signed');
    return id;
  }
  const record = (
    id: string,
    values: Record<string, number>,
    at: Date,
    outcomeId = randomUUID(),
    scope = robin,
  ) => recordOutcome(house, scope, id, { outcomeId, values, note: null }, at);

  test('looks again when the condition, at its quickest, would be over', async () => {
    const id = await signedStrain();
    expect((await rowOf(id)).recheckAt).toEqual(later(2));
  });

  test('an amendment under the same condition does not restart the course', async () => {
    const id = await signedStrain();
    await beginAmendment(house, robin, id, { reason: 'A typing error' }, later(1));
    const versionId = randomUUID();
    const { revision } = await rowOf(id);
    const sent = { versionId, revision, knowledgeBase: house.base.hash };
    await signAssessment(house, robin, id, sent, later(1));
    expect((await rowOf(id)).recheckAt).toEqual(later(2));
  });

  test('better, but not over when it usually is, is looked at again', async () => {
    const id = await signedStrain();
    await record(id, { 'worst-pain': 4 }, later(20));
    const { recheckAt } = await rowOf(id);
    expect(recheckAt?.getTime()).toBeGreaterThan(later(20).getTime());
  });

  test('one thing over and another not asked again is not recovered', async () => {
    const id = await signedStrain();
    expect(await record(id, { function: 9 }, later(1))).toMatchObject({ progress: 'improved' });
  });

  test('not improving by then comes back to the list with its reasoning open, once', async () => {
    const id = await signedStrain();
    expect(await record(id, { 'worst-pain': 7 }, later(1))).toMatchObject({
      progress: 'not-improved',
      reopened: false,
    });
    const outcomeId = randomUUID();
    expect(await record(id, { 'worst-pain': 6 }, later(2), outcomeId)).toMatchObject({
      progress: 'not-improved',
      reopened: true,
    });
    expect(await record(id, { 'worst-pain': 6 }, later(2), outcomeId)).toMatchObject({
      reopened: false,
    });
    expect(await rowOf(id)).toMatchObject({
      state: 'open',
      readAt: null,
      amendment: expect.stringContaining('Not improving'),
      conclusion: { condition: 'gastrocnemius-strain' },
    });
    expect(await listOutcomes(house, robin, id)).toHaveLength(2);
  });

  test.each([
    ['better by two', { 'worst-pain': 5 }, 'improved', 12],
    ['better in pain, worse in nothing', { 'worst-pain': 3, function: 4 }, 'improved', 12],
    ['over', { 'worst-pain': 1, function: 9 }, 'recovered', null],
    ['only told about walking', { walking: 20 }, 'unknown', 3],
  ] as const)('%s', async (_, values, progress, weeks) => {
    const id = await signedStrain();
    expect(await record(id, values, later(3))).toEqual({
      outcome: 'recorded',
      progress,
      reopened: false,
    });
    const row = await rowOf(id);
    expect({ state: row.state, recheckAt: row.recheckAt }).toEqual({
      state: 'signed',
      recheckAt: weeks === null ? null : later(weeks),
    });
  });

  test('refuses nothing, an unknown item and a pain of eleven, by field', async () => {
    const id = await signedStrain();
    const refused = async (values: Record<string, number>) => {
      const result = await record(id, values, later(1));
      return result.outcome === 'invalid' && result.faults.map(({ field }) => field);
    };
    expect(await refused({})).toEqual(['values']);
    expect(await refused({ mood: 3 })).toEqual(['values.mood']);
    expect(await refused({ 'worst-pain': 11 })).toEqual(['values.worst-pain']);
    expect(await record(id, { walking: 3 }, later(1), randomUUID(), stranger)).toEqual({
      outcome: 'missing',
    });
  });
});
