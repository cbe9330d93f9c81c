/** Who belongs to the clinic: invited by a link, joined, changed, removed. */
import { appendAuditEvent } from '@/lib/intake/audit';
import { durably } from '@/lib/intake/durably';
import type { PrismaClient } from '@/lib/intake/generated/client';
import type { Role } from '@/lib/intake/generated/enums';
import type { AccountInput } from './account-input';
import { revokeKeysOf } from './clinic-keys';
import { createAccount } from './create-account';
import { inClinic } from './in-clinic';
import { isId } from './open-clinic-intake';
import { demand, type Scope } from './scope';
import { scopeDatabase } from './scoped-database';
import { hashSecret, makeSecret } from './secret-link';

const validDays = 7;

export interface MemberLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The names of the API keys that they made and that still work: removing them revokes these. */
  readonly keys: readonly string[];
}

export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
}

/** The members, by name, and the invitations that nobody has taken yet. */
export async function listMembers(
  database: PrismaClient,
  scope: Scope,
  now: Date,
): Promise<{ members: readonly MemberLine[]; invitations: readonly OpenInvitation[] }> {
  demand(scope, 'manage');
  const tables = scopeDatabase(database, scope);
  const members = await tables.member.findMany({
    where: { removedAt: null },
    select: {
      ...{ id: true, role: true },
      user: { select: { name: true, email: true } },
      apiKeys: {
        where: { revokedAt: null },
        orderBy: { createdAt: 'asc' },
        select: { label: true },
      },
    },
  });
  const invitations = await tables.memberInvitation.findMany({
    where: { usedAt: null, cancelledAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, email: true, role: true, expiresAt: true },
  });
  const lines = members.map(({ id, role, user, apiKeys }) => ({
    ...{ id, role, ...user },
    keys: apiKeys.map(({ label }) => label),
  }));
  return { members: lines.sort((a, b) => a.name.localeCompare(b.name)), invitations };
}

/** Invites somebody: the secret of the link, told once. */
export function inviteMember(
  database: PrismaClient,
  scope: Scope,
  { email, role }: { readonly email: string; readonly role: Role },
  now: Date,
): Promise<string> {
  demand(scope, 'manage');
  const { secret, secretHash } = makeSecret();
  const expiresAt = new Date(now.getTime() + validDays * 24 * 60 * 60 * 1000);
  return inClinic(database, scope, async ({ tables, record }) => {
    await tables.memberInvitation.create({
      data: {
        ...{ clinicId: scope.clinicId, email, role, secretHash, createdAt: now, expiresAt },
        invitedById: scope.memberId,
      },
    });
    await record({ action: 'member-invited', at: now, details: { email, role } });
    return secret;
  });
}

export function cancelMemberInvitation(
  database: PrismaClient,
  scope: Scope,
  id: string,
  now: Date,
): Promise<boolean> {
  demand(scope, 'manage');
  return inClinic(database, scope, async ({ tables, record }) => {
    if (!isId(id)) return false;
    const { count } = await tables.memberInvitation.updateMany({
      where: { id, usedAt: null, cancelledAt: null },
      data: { cancelledAt: now },
    });
    if (count > 0) await record({ action: 'member-invitation-cancelled', at: now });
    return count > 0;
  });
}

type ChangeOutcome = 'done' | 'missing' | 'last-administrator';

/**
 * Gives a member another role, or, with null, none: they are removed, signed out, and the API keys
 * that they made, which they may have kept a copy of, are revoked.
 */
export function changeMember(
  database: PrismaClient,
  scope: Scope,
  memberId: string,
  role: Role | null,
  now: Date,
): Promise<ChangeOutcome> {
  demand(scope, 'manage');
  return inClinic(database, scope, async (clinic) => {
    const { tables, record } = clinic;
    // Held until the commit, so that two administrators cannot remove each other at once.
    const administrators = await tables.member.updateManyAndReturn({
      where: { role: 'administrator', removedAt: null },
      data: { removedAt: null },
      select: { id: true },
    });
    if (!isId(memberId)) return 'missing';
    const member = await tables.member.findFirst({
      where: { id: memberId, removedAt: null },
      include: { user: { select: { email: true } } },
    });
    if (!member) return 'missing';
    const isLast = administrators.length === 1 && administrators[0]?.id === memberId;
    if (isLast && role !== 'administrator') return 'last-administrator';
    await tables.member.update({
      where: { id: memberId },
      data: role === null ? { removedAt: now } : { role },
    });
    if (role === null) {
      // An older link would let them in again.
      const { email } = member.user;
      const open = { email, usedAt: null, cancelledAt: null };
      await tables.memberInvitation.updateMany({ where: open, data: { cancelledAt: now } });
    }
    await record(
      role === null
        ? { action: 'member-removed', at: now, details: { member: memberId } }
        : { action: 'member-changed', at: now, details: { member: memberId, role } },
    );
    if (role === null) await revokeKeysOf(clinic, memberId, now);
    return 'done';
  });
}

/** To which clinic a link invites whom; null where it can no longer be used. */
export async function readMemberInvitation(
  database: PrismaClient,
  secret: string,
  now: Date,
): Promise<{ clinicName: string; email: string; hasAccount: boolean } | null> {
  const found = await database.memberInvitation.findFirst({
    where: {
      ...{ secretHash: hashSecret(secret), usedAt: null, cancelledAt: null },
      expiresAt: { gt: now },
    },
  });
  if (!found) return null;
  const clinic = await database.clinic.findUniqueOrThrow({ where: { id: found.clinicId } });
  const account = await database.user.count({ where: { email: found.email } });
  return { clinicName: clinic.name, email: found.email, hasAccount: account > 0 };
}

export type Joiner =
  /** With a new account, of the address that was invited. */
  | { readonly account: AccountInput }
  /** With the account of who is signed in, which must be of that address. */
  | { readonly userId: string };

/** Joins a clinic by a link, once: all of it, or nothing. */
export function joinClinic(
  database: PrismaClient,
  secret: string,
  joiner: Joiner,
  now: Date,
): Promise<'joined' | 'link-used' | 'address-taken' | 'other-address'> {
  return durably(database, async (transaction) => {
    const [invitation] = await transaction.memberInvitation.updateManyAndReturn({
      where: {
        ...{ secretHash: hashSecret(secret), usedAt: null, cancelledAt: null },
        expiresAt: { gt: now },
      },
      data: { usedAt: now },
    });
    if (!invitation) throw new NotJoined('link-used');
    const { clinicId, role, email } = invitation;
    const userId =
      'userId' in joiner
        ? joiner.userId
        : await createAccount(transaction, { ...joiner.account, email });
    if (userId === null) throw new NotJoined('address-taken');
    const user = await transaction.user.findUniqueOrThrow({ where: { id: userId } });
    if (user.email !== email) throw new NotJoined('other-address');
    // Other links to the same person would let them in again after they were removed.
    await transaction.memberInvitation.updateMany({
      where: { clinicId, email, usedAt: null, cancelledAt: null },
      data: { cancelledAt: now },
    });
    const key = { clinicId_userId: { clinicId, userId } };
    const already = await transaction.member.findUnique({ where: key });
    // Whoever is a member keeps their role: a clinic might lose its last administrator by a link.
    if (already && already.removedAt === null) return 'joined' as const;
    const { id: actorId } = await transaction.member.upsert({
      where: key,
      create: { clinicId, userId, role, joinedAt: now },
      update: { role, joinedAt: now, removedAt: null },
    });
    await appendAuditEvent(transaction, { action: 'member-joined', at: now, clinicId, actorId });
    return 'joined' as const;
  }).catch((error: unknown) => {
    if (error instanceof NotJoined) return error.reason;
    throw error;
  });
}

/** Takes the whole transaction back. */
class NotJoined extends Error {
  constructor(readonly reason: 'link-used' | 'address-taken' | 'other-address') {
    super(reason);
  }
}
