import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  keyOrderSchema,
  listClinicKeys,
  makeClinicKey,
  revokeClinicKey,
} from '@/lib/clinic/clinic-keys';
import { changeMember, listMembers } from '@/lib/clinic/members';
import { readAuditTrail } from '@/lib/clinic/read-audit-trail';
import type { Scope } from '@/lib/clinic/scope';
import { createApiKey, findApiKey, revokeApiKey } from '@/lib/intake/api-keys';
import { verifyAuditTrail } from '@/lib/intake/audit';
import { makeClinic, makeMember } from './fresh-clinic';
import { type FreshHouse, makeFreshHouse, runAlone } from './fresh-house';

const now = new Date('2026-03-02T09:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

let house: FreshHouse;
let admin: Scope;
let stranger: Scope;

beforeAll(async () => {
  house = await makeFreshHouse();
});
afterAll(() => house.close());

const beginClinic = async () => {
  const { database } = house;
  admin = await makeMember(database, await makeClinic(database), 'administrator', 'Ada Admin');
  stranger = await makeMember(database, await makeClinic(database, 'Hill'), 'administrator');
};

describe('an API key of a clinic', () => {
  beforeAll(beginClinic);

  test('is told once, stored as its hash, and listed with who made it and when it was used', async () => {
    const { database } = house;
    const order = { label: 'Record system', scopes: ['assess', 'audit'] as const };
    const key = await makeClinicKey(database, admin, order, now);
    expect(await findApiKey(database, key, later(5))).toMatchObject({
      clinicId: admin.clinicId,
      scopes: ['assess', 'audit'],
    });
    // Its use is noted to the minute.
    await findApiKey(database, key, later(50));
    const [line, ...others] = await listClinicKeys(database, admin);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      ...{ label: 'Record system', scopes: ['assess', 'audit'], createdBy: 'Ada Admin' },
      ...{ createdAt: now, lastUsedAt: later(5), revokedAt: null },
    });
    await findApiKey(database, key, later(66));
    expect((await listClinicKeys(database, admin))[0]?.lastUsedAt).toEqual(later(66));
    const stored = await database.apiKey.findUniqueOrThrow({ where: { id: line?.id ?? '' } });
    expect(JSON.stringify([line, stored])).not.toContain(key);
  });

  test('is neither seen nor revoked by another clinic, nor by who does not manage', async () => {
    const { database } = house;
    const [line] = await listClinicKeys(database, admin);
    expect(await listClinicKeys(database, stranger)).toEqual([]);
    expect(await revokeClinicKey(database, stranger, line?.id ?? '', now)).toBe(false);
    for (const role of ['clinician', 'frontDesk'] as const) {
      const member = await makeMember(database, { id: admin.clinicId, name: 'x' }, role);
      await expect(listClinicKeys(database, member)).rejects.toThrow('manage');
      const order = { label: 'x', scopes: ['audit'] as const };
      expect(() => makeClinicKey(database, member, order, now)).toThrow('manage');
      expect(() => revokeClinicKey(database, member, line?.id ?? '', now)).toThrow('manage');
    }
    expect((await listClinicKeys(database, admin))[0]?.revokedAt).toBeNull();
  });

  test('is revoked once; both its making and its end stand in the clinic’s trail', async () => {
    const { database } = house;
    const [line] = await listClinicKeys(database, admin);
    const id = line?.id ?? '';
    expect(await revokeClinicKey(database, admin, id, later(90))).toBe(true);
    expect(await revokeClinicKey(database, admin, id, later(91))).toBe(false);
    expect(await revokeClinicKey(database, admin, 'no id', later(91))).toBe(false);
    const { lines } = await readAuditTrail(database, admin, { intakeId: null, after: null });
    expect(lines).toMatchObject([
      { action: 'api-key-revoked', by: 'Ada Admin', details: { key: id, label: 'Record system' } },
      { action: 'api-key-made', by: 'Ada Admin', details: { scopes: ['assess', 'audit'] } },
    ]);
    expect(await verifyAuditTrail(database, admin.clinicId)).toMatchObject({ ok: true, events: 2 });
    expect(await verifyAuditTrail(database, stranger.clinicId)).toMatchObject({ events: 0 });
  });

  test('is revoked with who made it, and nobody else’s is', async () => {
    const { database } = house;
    const clinic = { id: admin.clinicId, name: 'x' };
    const leaver = await makeMember(database, clinic, 'administrator', 'Lee Leaver');
    const order = (label: string) => ({ label, scopes: ['assess'] as const });
    const ours = await makeClinicKey(database, admin, order('Ours'), later(92));
    const keys = [
      await makeClinicKey(database, leaver, order('Nightly'), later(93)),
      await makeClinicKey(database, leaver, order('Weekly'), later(94)),
    ];
    const listed = await listMembers(database, admin, later(95));
    expect(listed.members.find(({ id }) => id === leaver.memberId)?.keys).toEqual([
      ...['Nightly', 'Weekly'],
    ]);
    // Another role takes nothing from the programs of the clinic.
    await changeMember(database, admin, leaver.memberId, 'clinician', later(96));
    expect(await findApiKey(database, keys[0] ?? '', later(97))).not.toBeNull();
    await changeMember(database, admin, leaver.memberId, null, later(98));
    for (const key of keys) expect(await findApiKey(database, key, later(99))).toBeNull();
    expect(await findApiKey(database, ours, later(99))).not.toBeNull();
    expect((await listClinicKeys(database, admin))[0]).toMatchObject({
      ...{ label: 'Weekly', createdBy: 'Lee Leaver', revokedAt: later(98) },
    });
    const { lines } = await readAuditTrail(database, admin, { actions: ['api-key-revoked'] });
    const because = { by: 'Ada Admin', details: { removed: leaver.memberId } };
    expect(lines.slice(0, 2)).toMatchObject([because, because]);
    expect(await verifyAuditTrail(database, admin.clinicId)).toMatchObject({ ok: true });
    // An administrator whose page was still open makes no further one.
    await expect(makeClinicKey(database, leaver, order('Late'), later(100))).rejects.toThrow(
      'not-permitted',
    );
  });

  test('is revoked by who runs the server too', async () => {
    const { database } = house;
    const order = { label: 'Nightly', scopes: ['assess'] as const };
    const key = await makeClinicKey(database, admin, order, later(101));
    const found = await findApiKey(database, key, later(102));
    expect(await revokeApiKey(database, found?.id ?? '', later(103))).toBe(true);
    expect(await findApiKey(database, key, later(104))).toBeNull();
    const { lines } = await readAuditTrail(database, admin, { intakeId: null, after: null });
    expect(lines[0]).toMatchObject({ action: 'api-key-revoked', by: null });
    expect(await verifyAuditTrail(database, admin.clinicId)).toMatchObject({ ok: true });
  });

  test('has a maker of its own clinic, or the database refuses it', async () => {
    const { database } = house;
    const row = { label: 'x', scopes: ['assess'], keyHash: 'x' };
    const { clinicId } = admin;
    const madeBy = (createdById: string | null) =>
      database.apiKey.create({ data: { ...row, clinicId, createdById } });
    await expect(madeBy(null)).rejects.toThrow('ApiKey_made_in_clinic');
    await expect(madeBy(stranger.memberId)).rejects.toThrow('Foreign key');
  });

  test.each([
    ['no label', { label: ' ', scopes: ['assess'] }],
    ['no scope', { label: 'x', scopes: [] }],
    ['a scope that is none', { label: 'x', scopes: ['admin'] }],
  ])('is not made with %s', (_, order) => {
    expect(keyOrderSchema.safeParse(order).success).toBe(false);
  });
});

describe('an API key of no clinic', () => {
  test('is made where there is no clinic, and can never read what is one’s', async () => {
    const { database } = house;
    const { key } = await createApiKey(database, { label: 'Alone', scopes: ['knowledge'] });
    expect(await findApiKey(database, key, now)).toMatchObject({ clinicId: null });
    const widened = runAlone(house.url, `UPDATE "ApiKey" SET "scopes" = '{audit}'`);
    await expect(widened).rejects.toThrow('ApiKey_audit_of_clinic');
  });
});
