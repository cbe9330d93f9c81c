import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inClinic } from '@/lib/clinic/in-clinic';
import type { Scope } from '@/lib/clinic/scope';
import { scopeDatabase } from '@/lib/clinic/scoped-database';
import { verifyAuditTrail } from '@/lib/intake/audit';
import { makeClinic, makeMember } from './fresh-clinic';
import { type FreshHouse, makeFreshHouse } from './fresh-house';

let house: FreshHouse;
let ours: Scope;
let theirs: Scope;
let desk: Scope;

beforeAll(async () => {
  house = await makeFreshHouse();
  const clinic = await makeClinic(house.database);
  ours = await makeMember(house.database, clinic);
  desk = await makeMember(house.database, clinic, 'frontDesk');
  theirs = await makeMember(house.database, await makeClinic(house.database, 'Hill Practice'));
});
afterAll(() => house.close());

const intake = () => ({
  submissionKey: randomUUID(),
  answeredAt: new Date(),
  audience: 'patient' as const,
  answers: {},
  unsure: [],
  findings: {},
  conclusion: {},
  assessment: {},
  urgency: 0,
  urgencyCeiling: 0,
  queueKey: '0',
});

describe('a client of one clinic', () => {
  test('stores for its clinic, whatever clinic a row names', async () => {
    const tables = scopeDatabase(house.database, ours);
    const patient = await tables.patient.create({
      data: { clinicId: theirs.clinicId, name: 'Ada Example' },
    });
    expect(patient.clinicId).toBe(ours.clinicId);
    const [word] = await tables.patientWord.createManyAndReturn({
      data: [{ clinicId: theirs.clinicId, patientId: patient.id, word: 'ada' }],
    });
    expect(word?.clinicId).toBe(ours.clinicId);
  });

  test('neither finds, counts, changes nor deletes what is another clinic’s', async () => {
    const mine = scopeDatabase(house.database, ours);
    const other = scopeDatabase(house.database, theirs);
    const { id } = await mine.patient.create({
      data: { clinicId: ours.clinicId, name: 'Bea Example' },
    });
    const where = { id };
    const clinicId_id = { clinicId: ours.clinicId, id };
    expect(await mine.patient.findUnique({ where })).not.toBeNull();
    expect(await other.patient.findUnique({ where })).toBeNull();
    expect(await other.patient.findUnique({ where: { clinicId_id } })).toBeNull();
    expect(await other.patient.findFirst({ where: { OR: [where, {}] } })).toBeNull();
    expect(await other.patient.findMany({ where: { clinicId: ours.clinicId } })).toEqual([]);
    expect(await other.patient.count()).toBe(0);
    expect((await other.patient.aggregate({ _count: true }))._count).toBe(0);
    expect((await other.patient.updateMany({ where, data: { name: 'x' } })).count).toBe(0);
    expect((await other.patient.deleteMany({ where })).count).toBe(0);
    await expect(other.patient.update({ where, data: { name: 'x' } })).rejects.toThrow('not found');
    await expect(other.patient.delete({ where })).rejects.toThrow('not found');
    expect(await mine.patient.findUnique({ where })).toMatchObject({ name: 'Bea Example' });
  });

  test('cannot move a row of its own to another clinic', async () => {
    const mine = scopeDatabase(house.database, ours);
    const { id } = await mine.patient.create({
      data: { clinicId: ours.clinicId, name: 'Cleo Example' },
    });
    await expect(
      mine.patient.update({ where: { id }, data: { clinicId: theirs.clinicId } }),
    ).rejects.toThrow('outside-clinic');
  });

  test('cannot point at a row of another clinic', async () => {
    const other = scopeDatabase(house.database, theirs);
    const { id } = await scopeDatabase(house.database, ours).patient.create({
      data: { clinicId: ours.clinicId, name: 'Dan Example' },
    });
    const row = { ...intake(), clinicId: theirs.clinicId, patientId: id };
    await expect(other.clinicIntake.create({ data: row })).rejects.toThrow('Foreign key');
  });

  test('refuses tables that are no clinic’s, and to take over rows', async () => {
    const mine = scopeDatabase(house.database, ours);
    await expect(mine.intake.findMany()).rejects.toThrow('outside-clinic');
    await expect(mine.session.findMany()).rejects.toThrow('outside-clinic');
    await expect(mine.clinic.findMany()).rejects.toThrow('outside-clinic');
    const row = { clinicId: ours.clinicId, name: 'x' };
    const where = { id: randomUUID() };
    await expect(mine.patient.upsert({ where, create: row, update: row })).rejects.toThrow(
      'outside-clinic',
    );
    expect(await mine.clinic.findUniqueOrThrow({ where: { id: theirs.clinicId } })).toMatchObject({
      id: ours.clinicId,
    });
  });
});

describe('the front desk', () => {
  const status = { select: { id: true, state: true, patient: { select: { name: true } } } };

  test('sees names and states', async () => {
    const row = { ...intake(), clinicId: ours.clinicId };
    const { id } = await scopeDatabase(house.database, ours).clinicIntake.create({ data: row });
    const found = await scopeDatabase(house.database, desk).clinicIntake.findMany(status);
    expect(found).toContainEqual({ id, state: 'open', patient: null });
  });

  test.each([
    ['a whole intake', {}],
    ['its answers', { select: { id: true, answers: true } }],
    ['its urgency', { select: { id: true, urgency: true } }],
    ['those of one urgency', { ...status, where: { urgency: 0 } }],
    ['those of one urgency, nested', { ...status, where: { AND: [{ NOT: { urgency: 0 } }] } }],
    ['an order by urgency', { ...status, orderBy: { queueKey: 'asc' } }],
    ['an order by urgency, listed', { ...status, orderBy: [{ urgency: 'asc' }] }],
    ['changes', { ...status, select: { changes: true } }],
    ['calls with their notes', { ...status, select: { calls: true } }],
  ] as const)('does not see %s', async (_, args) => {
    const desktop = scopeDatabase(house.database, desk);
    await expect(desktop.clinicIntake.findMany(args)).rejects.toThrow('clinical');
  });

  test('neither reaches clinical tables, nor through a patient, nor changes an intake', async () => {
    const desktop = scopeDatabase(house.database, desk);
    await expect(desktop.signedVersion.findMany()).rejects.toThrow('clinical');
    await expect(desktop.outcome.findMany()).rejects.toThrow('clinical');
    await expect(desktop.auditEvent.findMany()).rejects.toThrow('clinical');
    await expect(desktop.patient.findMany({ include: { intakes: true } })).rejects.toThrow(
      'clinical',
    );
    await expect(
      desktop.patient.findMany({ where: { intakes: { some: { urgency: 0 } } } }),
    ).rejects.toThrow('clinical');
    await expect(desktop.clinicIntake.updateMany({ data: { state: 'signed' } })).rejects.toThrow(
      'clinical',
    );
  });
});

describe('of calls the front desk', () => {
  const select = { id: true, result: true } as const;
  const call = (intakeId: string) => ({
    ...{ id: randomUUID(), clinicId: ours.clinicId, intakeId, at: new Date() },
    ...{ recordedById: desk.memberId, recordedByName: desk.userName },
    ...{ result: 'reached' as const, note: 'foot is cold' },
  });
  const store = async () => {
    const row = { ...intake(), clinicId: ours.clinicId };
    const { id } = await scopeDatabase(house.database, ours).clinicIntake.create({ data: row });
    return id;
  };

  test('adds one, and reads it without its note', async () => {
    const { patientCall } = scopeDatabase(house.database, desk);
    const data = call(await store());
    await patientCall.create({ data, select });
    expect(await patientCall.findMany({ where: { id: data.id }, select })).toEqual([
      { id: data.id, result: 'reached' },
    ]);
    await expect(patientCall.create({ data: call(data.intakeId) })).rejects.toThrow('clinical');
    await expect(patientCall.findMany()).rejects.toThrow('clinical');
    await expect(patientCall.findMany({ select: { note: true } })).rejects.toThrow('clinical');
    await expect(
      patientCall.findMany({ select, where: { note: { contains: 'cold' } } }),
    ).rejects.toThrow('clinical');
    await expect(
      patientCall.findMany({ select: { intake: { select: { answers: true } } } }),
    ).rejects.toThrow('clinical');
    await expect(patientCall.updateMany({ data: { result: 'noAnswer' } })).rejects.toThrow(
      'clinical',
    );
  });

  test('adds none to the intake of another clinic, and nobody changes one', async () => {
    const intakeId = await store();
    const stranger = scopeDatabase(house.database, theirs);
    await expect(stranger.patientCall.create({ data: call(intakeId) })).rejects.toThrow(
      'Foreign key',
    );
    const mine = scopeDatabase(house.database, ours);
    const { id } = await mine.patientCall.create({ data: call(intakeId) });
    const where = { id };
    await expect(mine.patientCall.update({ where, data: { result: 'noAnswer' } })).rejects.toThrow(
      'append-only',
    );
    await expect(mine.patientCall.delete({ where })).rejects.toThrow('append-only');
  });
});

describe('what happens in a clinic', () => {
  test('stands in the clinic’s own chain, and not if it did not happen', async () => {
    const at = new Date();
    await inClinic(house.database, ours, ({ record }) =>
      record({ action: 'member-changed', at, details: { to: 'clinician', b: { d: 1, c: 2 } } }),
    );
    await inClinic(house.database, theirs, ({ record }) => record({ action: 'received', at }));
    await expect(
      inClinic(house.database, ours, async ({ record }) => {
        await record({ action: 'received', at });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    const scoped = scopeDatabase(house.database, ours);
    expect(await verifyAuditTrail(scoped, ours.clinicId)).toMatchObject({ ok: true, events: 1 });
    expect(await verifyAuditTrail(house.database, theirs.clinicId)).toMatchObject({
      ok: true,
      events: 1,
    });
    expect(await verifyAuditTrail(house.database)).toMatchObject({ ok: true, events: 0 });
  });
});
