import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkAccount } from '@/lib/clinic/account-input';
import { authOf } from '@/lib/clinic/auth';
import { changeClinic } from '@/lib/clinic/change-clinic';
import { changeMember, inviteMember, joinClinic, readMemberInvitation } from '@/lib/clinic/members';
import { switchClinic } from '@/lib/clinic/memberships';
import { readAuditTrail, verifyClinicTrail } from '@/lib/clinic/read-audit-trail';
import { readClinic } from '@/lib/clinic/read-clinic';
import type { Scope } from '@/lib/clinic/scope';
import { scopeOfSession } from '@/lib/clinic/session-scope';
import { isSetupLinkOpen, makeSetupLink, setUpClinic } from '@/lib/clinic/set-up-clinic';
import { verifyAuditTrail } from '@/lib/intake/audit';
import { connectDatabase } from '@/lib/intake/database';
import type { PrismaClient } from '@/lib/intake/generated/client';
import { makeClinic, makeMember } from './fresh-clinic';
import { makeFreshHouse, runAlone } from './fresh-house';

const now = new Date('2026-03-02T09:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000);
const password = 'correct horse battery';
const freshAddress = () => `${randomUUID()}@clinic.example`;
const newClinic = { name: 'Harbour Physiotherapy', address: '' };

let database: PrismaClient;
beforeAll(async () => {
  // better-auth stands on the server's own database.
  database = await connectDatabase();
});

async function setUp(email = freshAddress()) {
  const secret = await makeSetupLink(database, now);
  const account = { name: 'Ada Admin', email, password };
  return { secret, account, done: await setUpClinic(database, secret, newClinic, account, now) };
}

async function signIn(email: string, given: string): Promise<Response> {
  const auth = await authOf();
  return auth.handler(
    new Request('http://localhost:3000/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'localhost:3000' },
      body: JSON.stringify({ email, password: given }),
    }),
  );
}

describe('a set-up link', () => {
  test('makes a clinic with an administrator who can sign in, once', async () => {
    const { secret, account, done } = await setUp();
    expect(done).toBe('done');
    expect(await isSetupLinkOpen(database, secret, now)).toBe(false);
    const again = { ...account, email: freshAddress() };
    expect(await setUpClinic(database, secret, newClinic, again, now)).toBe('link-used');
    expect((await signIn(account.email, password)).status).toBe(200);
  });

  test('ends, and is not used up by an address that is taken', async () => {
    const { account } = await setUp();
    const secret = await makeSetupLink(database, now);
    expect(await setUpClinic(database, secret, newClinic, account, now)).toBe('address-taken');
    expect(await isSetupLinkOpen(database, secret, later(71))).toBe(true);
    expect(await isSetupLinkOpen(database, secret, later(73))).toBe(false);
  });

  test.each([
    [{ name: '', email: 'x@y.example', password }, { name: 'missing' }],
    [{ name: 'Ada', email: 'nobody', password }, { email: 'no-address' }],
    [{ name: 'Ada', email: 'x@y.example', password: 'short' }, { password: 'too-short' }],
    [
      { name: 'Ada Administrator', email: 'x@y.example', password: 'ada administrator' },
      { password: 'is-known' },
    ],
  ])('refuses %o, by field', (given, faults) => {
    expect(checkAccount(given)).toEqual({ account: null, faults });
  });
});

describe('signing in', () => {
  test('nobody can sign up', async () => {
    const auth = await authOf();
    const response = await auth.handler(
      new Request('http://localhost:3000/api/auth/sign-up/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', host: 'localhost:3000' },
        body: JSON.stringify({ name: 'X', email: freshAddress(), password }),
      }),
    );
    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  test('ten wrong passwords hold the account, known or not, whoever tries', async () => {
    const { account } = await setUp();
    for (const email of [account.email, freshAddress()]) {
      const statuses: number[] = [];
      for (let tries = 0; tries < 11; tries += 1) {
        statuses.push((await signIn(email, 'a wrong password')).status);
      }
      expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
    }
    expect((await signIn(account.email, password)).status).toBe(429);
  });

  test('a right password takes back what was counted', async () => {
    const { account } = await setUp();
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 6; tries += 1) await signIn(account.email, 'a wrong password');
      expect((await signIn(account.email, password)).status).toBe(200);
    }
  });
});

describe('a session', () => {
  async function makeSession(scope: Scope, at: Date) {
    const id = randomUUID();
    const expiresAt = later(999);
    await database.session.create({
      data: { id, token: id, userId: scope.userId, expiresAt, createdAt: at },
    });
    await database.$executeRaw`UPDATE "Session" SET "updatedAt" = ${at} WHERE "id" = ${id}`;
    return { id, userId: scope.userId, createdAt: at };
  }
  const active = (at: Date) => ({ isBackground: false, now: at });

  test('ends half an hour after its last use, and twelve hours after it began', async () => {
    const scope = await makeMember(database, await makeClinic(database));
    const session = await makeSession(scope, now);
    for (let minutes = 0; minutes < 12 * 60; minutes += 29) {
      expect(await scopeOfSession(database, session, active(later(minutes / 60)))).toEqual(scope);
    }
    expect(await scopeOfSession(database, session, active(later(12.1)))).toBeNull();
    expect(await database.session.count({ where: { id: session.id } })).toBe(0);
  });

  test('is not kept alive by a page that asks by itself', async () => {
    const scope = await makeMember(database, await makeClinic(database));
    const session = await makeSession(scope, now);
    const alone = { isBackground: true, now: later(0.4) };
    expect(await scopeOfSession(database, session, alone)).toEqual(scope);
    expect(await scopeOfSession(database, session, active(later(0.6)))).toBeNull();
  });

  test('works in the clinic joined first, or in another that its member chose', async () => {
    const first = await makeMember(database, await makeClinic(database, 'First'));
    const second = await makeClinic(database, 'Second');
    await database.member.create({
      data: { clinicId: second.id, userId: first.userId, role: 'frontDesk' },
    });
    const session = await makeSession(first, now);
    const [sessionId, userId] = [session.id, first.userId];
    expect(await scopeOfSession(database, session, active(now))).toEqual(first);
    const foreign = await makeClinic(database, 'Foreign');
    expect(await switchClinic(database, { sessionId, userId, clinicId: foreign.id })).toBe(false);
    expect(await switchClinic(database, { sessionId, userId, clinicId: second.id })).toBe(true);
    expect(await scopeOfSession(database, session, active(now))).toMatchObject({
      clinicName: 'Second',
      role: 'frontDesk',
    });
  });

  test('stays with its clinic: removed there, it does not slip into another', async () => {
    const clinic = await makeClinic(database, 'First');
    const admin = await makeMember(database, clinic, 'administrator');
    const member = await makeMember(database, clinic);
    const second = await makeClinic(database, 'Second');
    await database.member.create({
      data: { clinicId: second.id, userId: member.userId, role: 'clinician' },
    });
    const session = await makeSession(member, now);
    expect(await scopeOfSession(database, session, active(now))).toEqual(member);
    await changeMember(database, admin, member.memberId, null, now);
    expect(await scopeOfSession(database, session, active(now))).toBeNull();
  });

  test('of a member who was removed opens nothing', async () => {
    const clinic = await makeClinic(database);
    const admin = await makeMember(database, clinic, 'administrator');
    const member = await makeMember(database, clinic);
    const session = await makeSession(member, now);
    expect(await changeMember(database, admin, member.memberId, null, now)).toBe('done');
    expect(await scopeOfSession(database, session, active(now))).toBeNull();
  });
});

describe('members', () => {
  let admin: Scope;
  beforeAll(async () => {
    admin = await makeMember(database, await makeClinic(database), 'administrator');
  });

  test('join by a link, once, by the address that was invited', async () => {
    const email = freshAddress();
    const secret = await inviteMember(database, admin, { email, role: 'frontDesk' }, now);
    expect(await readMemberInvitation(database, secret, now)).toMatchObject({ email });
    const other = await makeMember(database, await makeClinic(database));
    expect(await joinClinic(database, secret, { userId: other.userId }, now)).toBe('other-address');
    const account = { name: 'Dana Desk', email: 'somebody@else.example', password };
    expect(await joinClinic(database, secret, { account }, now)).toBe('joined');
    expect(await joinClinic(database, secret, { account }, now)).toBe('link-used');
    const user = await database.user.findUniqueOrThrow({ where: { email } });
    expect(await database.member.findFirst({ where: { userId: user.id } })).toMatchObject({
      clinicId: admin.clinicId,
      role: 'frontDesk',
    });
  });

  test('who was removed does not come back by an older link', async () => {
    const email = freshAddress();
    const older = await inviteMember(database, admin, { email, role: 'clinician' }, now);
    const used = await inviteMember(database, admin, { email, role: 'clinician' }, now);
    const account = { name: 'Bo Back', email, password };
    expect(await joinClinic(database, used, { account }, now)).toBe('joined');
    const user = await database.user.findUniqueOrThrow({ where: { email } });
    const member = await database.member.findFirstOrThrow({ where: { userId: user.id } });
    const newer = await inviteMember(database, admin, { email, role: 'clinician' }, now);
    expect(await changeMember(database, admin, member.id, null, now)).toBe('done');
    for (const link of [older, newer]) {
      expect(await joinClinic(database, link, { userId: user.id }, now)).toBe('link-used');
    }
  });

  test('a link takes no role away from who is a member', async () => {
    const alone = await makeMember(database, await makeClinic(database), 'administrator');
    const { email } = await database.user.findUniqueOrThrow({ where: { id: alone.userId } });
    const link = await inviteMember(database, alone, { email, role: 'frontDesk' }, now);
    expect(await joinClinic(database, link, { userId: alone.userId }, now)).toBe('joined');
    const member = await database.member.findUniqueOrThrow({ where: { id: alone.memberId } });
    expect(member.role).toBe('administrator');
  });

  test('a link ends after a week', async () => {
    const email = freshAddress();
    const secret = await inviteMember(database, admin, { email, role: 'clinician' }, now);
    expect(await readMemberInvitation(database, secret, later(24 * 8))).toBeNull();
  });

  test('the last administrator stays, also where two go at once', async () => {
    const clinic = await makeClinic(database);
    const one = await makeMember(database, clinic, 'administrator');
    expect(await changeMember(database, one, one.memberId, null, now)).toBe('last-administrator');
    const two = await makeMember(database, clinic, 'administrator');
    const gone = await Promise.all([
      changeMember(database, one, one.memberId, 'clinician', now),
      changeMember(database, two, two.memberId, 'clinician', now),
    ]);
    expect(gone.sort()).toEqual(['done', 'last-administrator']);
  });

  test('the clinic is renamed by administrators, alone', async () => {
    const clinic = await makeClinic(database);
    const one = await makeMember(database, clinic, 'administrator');
    const desk = await makeMember(database, clinic, 'frontDesk');
    const renamed = { name: 'New Name', address: '1 Street\nTown' };
    await changeClinic(database, one, renamed, now);
    expect(await readClinic(database, desk)).toEqual(renamed);
    expect(() => changeClinic(database, desk, renamed, now)).toThrow('manage');
  });

  test('only administrators manage, and only their own clinic', async () => {
    const clinician = await makeMember(database, { id: admin.clinicId, name: 'x' });
    expect(() => changeMember(database, clinician, admin.memberId, null, now)).toThrow('manage');
    const stranger = await makeMember(database, await makeClinic(database), 'administrator');
    expect(await changeMember(database, stranger, admin.memberId, null, now)).toBe('missing');
  });
});

describe('the audit trail', () => {
  test('is read by administrators of its clinic, and verified', async () => {
    const clinic = await makeClinic(database);
    const admin = await makeMember(database, clinic, 'administrator', 'Ada Admin');
    await inviteMember(database, admin, { email: freshAddress(), role: 'clinician' }, now);
    const { lines } = await readAuditTrail(database, admin, { intakeId: null, after: null });
    expect(lines).toMatchObject([{ by: 'Ada Admin', action: 'member-invited' }]);
    expect(await verifyClinicTrail(database, admin, now)).toMatchObject({ ok: true, events: 1 });
    const clinician = await makeMember(database, clinic);
    await expect(
      readAuditTrail(database, clinician, { intakeId: null, after: null }),
    ).rejects.toThrow('not-permitted');
  });

  test.each([
    ['a changed action', `UPDATE "AuditEvent" SET "action" = 'opened'`, 'changed'],
    ['changed details', `UPDATE "AuditEvent" SET "details" = '{"role":"x"}'`, 'changed'],
    ['another actor', `UPDATE "AuditEvent" SET "actorId" = 'x'`, 'changed'],
    ['a missing one', 'DELETE FROM "AuditEvent"', 'not-linked'],
  ])('shows %s, where somebody got past the database’s own refusal', async (_, sql, fault) => {
    const house = await makeFreshHouse();
    const admin = await makeMember(
      house.database,
      await makeClinic(house.database),
      'administrator',
    );
    for (const role of ['clinician', 'frontDesk', 'clinician'] as const) {
      await inviteMember(house.database, admin, { email: freshAddress(), role }, now);
    }
    const [, second] = await house.database.auditEvent.findMany({ orderBy: { id: 'asc' } });
    await expect(runAlone(house.url, sql)).rejects.toThrow('audit-append-only');
    await runAlone(
      house.url,
      `ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL; ${sql} WHERE id = ${second?.id}`,
    );
    expect(await verifyAuditTrail(house.database, admin.clinicId)).toMatchObject({
      ok: false,
      fault,
    });
    await house.close();
  });
});
