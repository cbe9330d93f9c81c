/** A one-time link -> a clinic with its first administrator. */
import { appendAuditEvent } from '@/lib/intake/audit';
import { durably } from '@/lib/intake/durably';
import type { PrismaClient } from '@/lib/intake/generated/client';
import type { AccountInput } from './account-input';
import { createAccount } from './create-account';
import { hashSecret, makeSecret } from './secret-link';

const validHours = 72;

/** The secret of a new link, told once. */
export async function makeSetupLink(database: PrismaClient, now: Date): Promise<string> {
  const { secret, secretHash } = makeSecret();
  const expiresAt = new Date(now.getTime() + validHours * 60 * 60 * 1000);
  await database.setupLink.create({ data: { secretHash, createdAt: now, expiresAt } });
  return secret;
}

/** The secret of a link for the first clinic; null where there is a clinic already. */
export async function makeFirstSetupLink(
  database: PrismaClient,
  now: Date,
): Promise<string | null> {
  const clinic = await database.clinic.findFirst({ select: { id: true } });
  return clinic ? null : makeSetupLink(database, now);
}

/** Whether the link can still be used. */
export async function isSetupLinkOpen(
  database: PrismaClient,
  secret: string,
  now: Date,
): Promise<boolean> {
  const where = { secretHash: hashSecret(secret), usedAt: null, expiresAt: { gt: now } };
  return (await database.setupLink.count({ where })) > 0;
}

export interface NewClinic {
  readonly name: string;
  readonly address: string;
}

/** Sets the clinic up, once for each link: all of it, or nothing. */
export function setUpClinic(
  database: PrismaClient,
  secret: string,
  clinic: NewClinic,
  account: AccountInput,
  now: Date,
): Promise<'done' | 'link-used' | 'address-taken'> {
  return durably(database, async (transaction) => {
    const { count } = await transaction.setupLink.updateMany({
      where: { secretHash: hashSecret(secret), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) return 'link-used' as const;
    const userId = await createAccount(transaction, account);
    if (userId === null) throw new AddressTaken();
    const { id: clinicId } = await transaction.clinic.create({ data: { ...clinic } });
    const { id: actorId } = await transaction.member.create({
      data: { clinicId, userId, role: 'administrator', joinedAt: now },
    });
    await appendAuditEvent(transaction, { action: 'clinic-set-up', at: now, clinicId, actorId });
    return 'done' as const;
  }).catch((error: unknown) => {
    if (error instanceof AddressTaken) return 'address-taken' as const;
    throw error;
  });
}

/** Takes the whole transaction back. */
class AddressTaken extends Error {}
