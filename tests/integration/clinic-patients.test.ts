import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { offerPatients, patientsMax } from '@/lib/clinic/find-patients';
import {
  cancelInvitation,
  findUnlikelyDates,
  invitePatient,
  patientInvitationSchema,
} from '@/lib/clinic/invite-patient';
import { foldWords } from '@/lib/clinic/patient-words';
import { readInvitation, receiveSelfCheck } from '@/lib/clinic/receive-self-check';
import type { Scope } from '@/lib/clinic/scope';
import { scopeDatabase } from '@/lib/clinic/scoped-database';
import {
  countViews,
  pageSize,
  readWaiting,
  readWorklist,
  type WorklistAsked,
} from '@/lib/clinic/worklist';
import { watchWorklist } from '@/lib/clinic/worklist-events';
import { verifyAuditTrail } from '@/lib/intake/audit';
import { makeClinic, makeIntake, makeMember } from './fresh-clinic';
import { type FreshHouse, makeFreshHouse, makeSubmission } from './fresh-house';

let house: FreshHouse;
let robin: Scope;
let desk: Scope;
let stranger: Scope;
const now = new Date('2026-03-02T09:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000);

beforeAll(async () => {
  house = await makeFreshHouse();
  const clinic = await makeClinic(house.database);
  robin = await makeMember(house.database, clinic, 'clinician');
  desk = await makeMember(house.database, clinic, 'frontDesk');
  stranger = await makeMember(house.database, await makeClinic(house.database, 'Hill Practice'));
});
afterAll(() => house.close());

const nobody = {
  ...{ name: '', dateOfBirth: '', email: '', appointmentAt: '', validDays: 14 },
  ...{ followsId: '', renewsId: '', patientId: '' },
};
async function invite(details: Partial<typeof nobody> = {}, scope = desk) {
  const made = await invitePatient(house.database, scope, { ...nobody, ...details }, now);
  if (!made) throw new Error('not invited');
  return made.secret;
}
const ask = (asked: Partial<WorklistAsked>, scope = robin, at = now) =>
  readWorklist(
    house.database,
    scope,
    { view: 'open', search: '', urgency: null, after: null, ...asked },
    at,
  );

describe('an invitation', () => {
  test('made at the front desk brings one intake, however often it is sent', async () => {
    const secret = await invite({ name: 'Ida Fictional', dateOfBirth: '1979-04-02' });
    expect(await readInvitation(house.database, secret, now)).toEqual({
      clinicName: 'Harbour Physiotherapy',
      appointmentAt: null,
    });
    const submission = makeSubmission();
    const results = await Promise.all([
      receiveSelfCheck(house, secret, submission, later(1)),
      receiveSelfCheck(house, secret, submission, later(1)),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['received', 'received']);
    expect(await receiveSelfCheck(house, secret, submission, later(99_999))).toMatchObject({
      outcome: 'received',
      isNew: false,
      receivedAt: later(1),
    });
    const { rows } = await ask({ search: 'fictional ida' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ isRead: false, clinical: { deadline: expect.any(Date) } });
    expect(await verifyAuditTrail(house.database, robin.clinicId)).toMatchObject({ ok: true });
  });

  test('is used up: other answers, and a second device, are refused', async () => {
    const secret = await invite();
    const first = makeSubmission();
    await receiveSelfCheck(house, secret, first, now);
    const other = { ...first, answers: { ...first.answers, age: 80 } };
    expect(await receiveSelfCheck(house, secret, other, now)).toEqual({ outcome: 'conflict' });
    expect(await receiveSelfCheck(house, secret, makeSubmission(), now)).toEqual({
      outcome: 'closed',
    });
    expect(await readInvitation(house.database, secret, now)).toBeNull();
  });

  test('of two devices at once takes in one', async () => {
    const secret = await invite();
    const results = await Promise.all([
      receiveSelfCheck(house, secret, makeSubmission(), now),
      receiveSelfCheck(house, secret, makeSubmission(), now),
    ]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['closed', 'received']);
  });

  test('that is unknown, taken back or too old opens nothing, and looks alike', async () => {
    const cancelled = await invite();
    const { rows } = await readWaiting(house.database, desk, { search: '', after: null }, now);
    for (const { id } of rows) {
      expect(await cancelInvitation(house.database, stranger, id, now)).toBe(false);
      expect(await cancelInvitation(house.database, desk, id, now)).toBe(true);
    }
    const old = await invite();
    for (const [secret, at] of [
      ['no such secret', now],
      [cancelled, now],
      [old, later(24 * 14)],
    ] as const) {
      expect(await readInvitation(house.database, secret, at)).toBeNull();
      expect(await receiveSelfCheck(house, secret, makeSubmission(), at)).toEqual({
        outcome: 'closed',
      });
    }
  });

  test('outlasts its appointment by a day', async () => {
    const secret = await invite({ appointmentAt: later(24 * 30).toISOString() });
    expect(await readInvitation(house.database, secret, later(24 * 30.5))).not.toBeNull();
    expect(await readInvitation(house.database, secret, later(24 * 31.5))).toBeNull();
  });

  test('follows an intake of its own clinic only, and is of its patient', async () => {
    const secret = await invite({ name: 'Uma Again' });
    await receiveSelfCheck(house, secret, makeSubmission(), now);
    const [first] = (await ask({ search: 'uma' })).rows;
    const followsId = first?.id ?? '';
    expect(await invitePatient(house.database, stranger, { ...nobody, followsId }, now)).toBeNull();
    await receiveSelfCheck(house, await invite({ followsId }), makeSubmission(), later(1));
    const { rows } = await ask({ search: 'uma' });
    expect(rows).toHaveLength(2);
    const second = await scopeDatabase(house.database, robin).clinicIntake.findUniqueOrThrow({
      where: { id: rows[0]?.id ?? '' },
    });
    expect(second.followsId).toBe(followsId);
  });

  test('renewed has the old link opened no more, and keeps whom and when', async () => {
    const appointmentAt = later(24 * 5).toISOString();
    const lost = await invite({ name: 'Rhea Renewed', appointmentAt });
    const open = () => readWaiting(house.database, desk, { search: 'rhea', after: null }, now);
    const renewsId = (await open()).rows[0]?.id ?? '';
    const renewal = { ...nobody, renewsId };
    expect(await invitePatient(house.database, stranger, renewal, now)).toBeNull();
    const made = await invitePatient(house.database, desk, renewal, now);
    expect(made).toMatchObject({ patientName: 'Rhea Renewed', appointmentAt: later(24 * 5) });
    expect(await readInvitation(house.database, lost, now)).toBeNull();
    expect(await readInvitation(house.database, made?.secret ?? '', now)).not.toBeNull();
    expect((await open()).rows).toHaveLength(1);
    expect(await invitePatient(house.database, desk, renewal, now)).toBeNull();
    expect((await open()).rows).toHaveLength(1);
  });

  test('of a patient whom the clinic knows makes no second one', async () => {
    await invite({ name: 'Petra Known', dateOfBirth: '1950-01-31' });
    const offered = await offerPatients(house.database, desk, 'known petra');
    expect(offered).toMatchObject([{ name: 'Petra Known' }]);
    expect(await offerPatients(house.database, stranger, 'known petra')).toEqual([]);
    expect(await offerPatients(house.database, desk, ' ')).toBeNull();
    const named = { ...nobody, patientId: offered?.[0]?.id ?? '' };
    expect(await invitePatient(house.database, stranger, named, now)).toBeNull();
    expect(await invitePatient(house.database, desk, named, now)).toMatchObject({
      patientName: 'Petra Known',
    });
    expect(await offerPatients(house.database, desk, 'known petra')).toHaveLength(1);
  });

  test('takes no submission that came by an earlier invitation, and says so', async () => {
    const submission = makeSubmission();
    await receiveSelfCheck(house, await invite(), submission, now);
    const again = await invite();
    expect(await receiveSelfCheck(house, again, submission, later(1))).toEqual({
      outcome: 'conflict',
    });
    expect(await readInvitation(house.database, again, later(1))).not.toBeNull();
  });

  test.each([
    ['somebody not born yet', { dateOfBirth: '2026-03-04' }, ['dateOfBirth']],
    ['somebody born in the year 979', { dateOfBirth: '0979-04-02' }, ['dateOfBirth']],
    [
      'an appointment last week',
      { appointmentAt: later(-24 * 7).toISOString() },
      ['appointmentAt'],
    ],
    ['one in the year 2206', { appointmentAt: '2206-03-05T09:00:00Z' }, ['appointmentAt']],
    ['no dates', {}, []],
    [
      'dates that are likely',
      { dateOfBirth: '1979-04-02', appointmentAt: later(24 * 90).toISOString() },
      [],
    ],
  ])('of dates asks about %s', (_, details, fields) => {
    expect(findUnlikelyDates({ ...nobody, ...details }, now)).toEqual(fields);
  });

  test.each([
    ['a date that is none', { dateOfBirth: '1979-02-30' }, 'dateOfBirth'],
    ['no days', { validDays: 0 }, 'validDays'],
    ['a year of days', { validDays: 365 }, 'validDays'],
    ['an appointment without a zone', { appointmentAt: '2026-03-02T09:00' }, 'appointmentAt'],
    ['an address that is none', { email: 'ida' }, 'email'],
  ])('refuses %s, by field', (_, details, field) => {
    const parsed = patientInvitationSchema.safeParse({ ...nobody, ...details });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test('takes in no answers that are none, and stays open', async () => {
    const secret = await invite();
    const wrong = makeSubmission({ answers: { onset: 'x' } });
    expect(await receiveSelfCheck(house, secret, wrong, now)).toMatchObject({
      outcome: 'invalid',
      faults: [{ field: 'answers.onset' }],
    });
    const examined = makeSubmission({ audience: 'clinician' });
    expect(await receiveSelfCheck(house, secret, examined, now)).toMatchObject({
      faults: [{ field: 'audience' }],
    });
    expect(await readInvitation(house.database, secret, now)).not.toBeNull();
  });
});

describe('the list', () => {
  let clinic: { id: string; name: string };
  let pt: Scope;
  let front: Scope;
  beforeAll(async () => {
    clinic = await makeClinic(house.database, 'List Practice');
    pt = await makeMember(house.database, clinic);
    front = await makeMember(house.database, clinic, 'frontDesk');
    const mild = { age: 40, side: 'left', onset: 'gradual' };
    const urgent = { age: 34, side: 'left', onset: 'sudden-pop' };
    for (let place = 0; place < pageSize + 5; place += 1) {
      const answers = place % 5 === 0 ? urgent : mild;
      await makeIntake(house, pt, { answers, answeredAt: later(-place) });
    }
  });

  test('puts the most urgent first, then who waits longest, page after page, each once', async () => {
    const first = await ask({}, pt);
    const second = await ask({ after: first.next }, pt);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([pageSize, 5, null]);
    const rows = [...first.rows, ...second.rows];
    expect(new Set(rows.map(({ id }) => id)).size).toBe(pageSize + 5);
    const stored = await scopeDatabase(house.database, pt).clinicIntake.findMany({
      orderBy: [{ urgency: 'asc' }, { receivedAt: 'asc' }],
      select: { id: true },
    });
    expect(rows.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  });

  test('filters by urgency, and tells what is overdue, the longest first', async () => {
    const { rows } = await ask({}, pt);
    const level = rows[0]?.clinical?.urgency ?? null;
    const filtered = await ask({ urgency: level }, pt);
    expect(filtered.rows.every(({ clinical }) => clinical?.urgency === level)).toBe(true);
    const overdue = await ask({ view: 'overdue' }, pt, later(24 * 365));
    const deadlines = overdue.rows.map(({ clinical }) => clinical?.deadline?.getTime() ?? 0);
    expect(deadlines).toEqual([...deadlines].sort((a, b) => a - b));
    expect((await ask({ view: 'overdue' }, pt, later(-24 * 365))).rows).toEqual([]);
  });

  test('shows the front desk names and states, by arrival, and nothing clinical', async () => {
    const { rows, next } = await ask({}, front);
    expect(rows.every(({ clinical }) => clinical === null)).toBe(true);
    const times = rows.map(({ receivedAt }) => receivedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect((await ask({ after: next }, front)).rows).toHaveLength(5);
    expect(await countViews(house.database, front, now)).toEqual({ open: 55, waiting: 0 });
  });

  test('is empty for another clinic, whatever it asks', async () => {
    for (const view of ['open', 'unread', 'overdue', 'returned', 'done'] as const) {
      const elsewhere = await makeMember(house.database, await makeClinic(house.database, 'X'));
      expect((await ask({ view }, elsewhere)).rows).toEqual([]);
    }
  });

  test('begins at its beginning where the address names a page that is none', async () => {
    for (const view of ['overdue', 'returned', 'done'] as const) {
      expect(await ask({ view, after: 'x~y' }, pt)).toBeDefined();
    }
  });

  test('is told to its own clinic when something arrives, and not to another', async () => {
    // A server listens where its database is.
    vi.stubEnv('DATABASE_URL', house.url);
    const heard: string[] = [];
    const stops = [
      watchWorklist(robin.clinicId, () => heard.push('ours')),
      watchWorklist(stranger.clinicId, () => heard.push('theirs')),
    ];
    await expect
      .poll(
        async () => {
          await invite();
          return heard.includes('ours');
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    expect(heard).not.toContain('theirs');
    for (const stop of stops) stop();
    vi.unstubAllEnvs();
  });
});

test('a name is found by any of its words, their beginnings, and without its accents', async () => {
  await receiveSelfCheck(
    house,
    await invite({ name: "Zoë Müller-O'Brien", dateOfBirth: '1961-07-09' }),
    makeSubmission({ submissionKey: randomUUID() }),
    now,
  );
  for (const search of ['zoe', 'MULLER', 'mül', 'brien zo', '1961-07', '1961-07-09 zoe']) {
    expect([search, (await ask({ search })).rows.length]).toEqual([search, 1]);
  }
  for (const search of ['zoex', 'ulle', 'zoe fictional']) {
    expect([search, (await ask({ search })).rows.length]).toEqual([search, 0]);
  }
});

test('a search that fits more patients than are looked through says so', async () => {
  const clinic = await makeClinic(house.database, 'Busy Practice');
  const pt = await makeMember(house.database, clinic);
  const rows = Array.from({ length: patientsMax + 1 }, (_, place) => ({
    ...{ id: randomUUID(), clinicId: clinic.id, name: `Many Alike${place}` },
  }));
  await house.database.patient.createMany({ data: rows });
  await house.database.patientWord.createMany({
    data: rows.flatMap(({ id: patientId, clinicId, name }) =>
      foldWords(name).map((word) => ({ clinicId, patientId, word })),
    ),
  });
  expect((await ask({ search: 'alike' }, pt)).isCut).toBe(true);
  expect((await ask({ search: 'alike20' }, pt)).isCut).toBe(false);
  expect((await ask({}, pt)).isCut).toBe(false);
});
