import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCallee, listCalls, recordCall } from '@/lib/clinic/calls';
import { readAuditTrail } from '@/lib/clinic/read-audit-trail';
import type { Scope } from '@/lib/clinic/scope';
import { enterInError } from '@/lib/clinic/sign-assessment';
import { readWorklist } from '@/lib/clinic/worklist';
import { verifyAuditTrail } from '@/lib/intake/audit';
import { makeClinic, makeIntake, makeMember } from './fresh-clinic';
import { type FreshHouse, makeFreshHouse } from './fresh-house';

const nine = new Date('2026-11-27T09:00:00Z');
const after = (minutes: number) => new Date(nine.getTime() + minutes * 60_000);

let house: FreshHouse;
let clinician: Scope;
let desk: Scope;
let stranger: Scope;
let intakeId: string;

beforeAll(async () => {
  house = await makeFreshHouse();
  const clinic = await makeClinic(house.database);
  clinician = await makeMember(house.database, clinic, 'administrator', 'Robin Clinician');
  desk = await makeMember(house.database, clinic, 'frontDesk', 'Dana Desk');
  stranger = await makeMember(house.database, await makeClinic(house.database, 'Hill Practice'));
  intakeId = await makeIntake(house, clinician, { answeredAt: nine });
});
afterAll(() => house.close());

const call = (changes: Partial<Parameters<typeof recordCall>[3]> = {}) => ({
  ...{ callId: randomUUID(), result: 'noAnswer' as const, at: null, note: null },
  ...changes,
});
const rowFor = async (scope: Scope) => {
  const asked = { view: 'open', search: '', urgency: null, after: null } as const;
  const { rows } = await readWorklist(house.database, scope, asked, after(60));
  return rows.find(({ id }) => id === intakeId);
};

test('calls stand in time order, in the row, and in the trail', async () => {
  const { database } = house;
  expect((await rowFor(clinician))?.called).toBeNull();
  const late = call({ result: 'leftMessage', note: 'mailbox full' });
  expect(await recordCall(database, clinician, intakeId, late, after(30))).toBe('recorded');
  expect(await recordCall(database, clinician, intakeId, late, after(31))).toBe('recorded');
  const early = call({ at: after(10).toISOString() });
  expect(await recordCall(database, desk, intakeId, early, after(32))).toBe('recorded');
  expect(await listCalls(database, clinician, intakeId)).toMatchObject([
    { at: after(10), by: 'Dana Desk', result: 'noAnswer', note: null },
    { at: after(30), by: 'Robin Clinician', result: 'leftMessage', note: 'mailbox full' },
  ]);
  for (const scope of [clinician, desk]) {
    expect((await rowFor(scope))?.called).toEqual({ reachedAt: null, tries: 2 });
  }

  const reached = call({ result: 'reached' });
  await recordCall(database, desk, intakeId, reached, after(40));
  await recordCall(database, clinician, intakeId, call(), after(45));
  for (const scope of [clinician, desk]) {
    expect((await rowFor(scope))?.called).toEqual({ reachedAt: after(40) });
  }

  const { lines } = await readAuditTrail(database, clinician, {
    intakeId,
    actions: ['patient-called'],
  });
  expect(lines.map(({ by }) => by)).toEqual([
    ...['Robin Clinician', 'Dana Desk', 'Dana Desk', 'Robin Clinician'],
  ]);
  expect(lines[1]?.details).toEqual({ result: 'reached', called: after(40).toISOString() });
  expect(JSON.stringify(lines)).not.toContain('mailbox');
  expect(await verifyAuditTrail(database, clinician.clinicId)).toMatchObject({ ok: true });
});

test('the front desk reads who was called, not what was said', async () => {
  const calls = await listCalls(house.database, desk, intakeId);
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.every(({ note }) => note === null)).toBe(true);
  expect(await findCallee(house.database, desk, intakeId)).toEqual({
    patient: null,
    isOpenToCalls: true,
  });
});

test('another clinic neither finds the patient nor records a call', async () => {
  const { database } = house;
  expect(await recordCall(database, stranger, intakeId, call(), after(50))).toBe('missing');
  expect(await listCalls(database, stranger, intakeId)).toEqual([]);
  expect(await findCallee(database, stranger, intakeId)).toBeNull();
});

test('no call is recorded for before the intake, for later, or for what was entered in error', async () => {
  const { database } = house;
  const at = (minutes: number) => call({ at: after(minutes).toISOString() });
  expect(await recordCall(database, desk, intakeId, at(-2), after(50))).toBe('unlikely-time');
  expect(await recordCall(database, desk, intakeId, at(90), after(50))).toBe('unlikely-time');
  const id = await makeIntake(house, clinician, { answeredAt: nine });
  const error = { versionId: randomUUID(), revision: 0, reason: 'twice' };
  await enterInError(house, clinician, id, error, after(1));
  expect(await recordCall(database, desk, id, call(), after(50))).toBe('closed');
});
