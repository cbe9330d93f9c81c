/** The API keys of the clinic: made, seen and revoked by who manages it. */
import { z } from 'zod';
import { type ApiScope, apiScopes, makeKey } from '@/lib/intake/api-keys';
import type { PrismaClient } from '@/lib/intake/generated/client';
import { type InClinic, inClinic } from './in-clinic';
import { isId } from './open-clinic-intake';
import { demand, NotPermitted, type Scope } from './scope';
import { scopeDatabase } from './scoped-database';

export const keyOrderSchema = z.object({
  /** For people: which program uses it. */
  label: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(apiScopes)).min(1),
});

export interface ClinicKey {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly string[];
  /** The name of the member who made it, also of one who has left. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** The clinic's keys, the newest first, the revoked ones too. */
export async function listClinicKeys(database: PrismaClient, scope: Scope): Promise<ClinicKey[]> {
  demand(scope, 'manage');
  const rows = await scopeDatabase(database, scope).apiKey.findMany({
    orderBy: { createdAt: 'desc' },
    select: {
      ...{ id: true, label: true, scopes: true },
      ...{ createdAt: true, lastUsedAt: true, revokedAt: true },
      createdBy: { select: { user: { select: { name: true } } } },
    },
  });
  return rows.map(({ createdBy, ...key }) => ({ ...key, createdBy: createdBy?.user.name ?? '' }));
}

/**
 * Makes a key of the clinic: its text, told once. Throws `NotPermitted` where the member was removed
 * meanwhile.
 */
export function makeClinicKey(
  database: PrismaClient,
  scope: Scope,
  { label, scopes }: { readonly label: string; readonly scopes: readonly ApiScope[] },
  now: Date,
): Promise<string> {
  demand(scope, 'manage');
  const { key, keyHash } = makeKey();
  return inClinic(database, scope, async ({ tables, record }) => {
    // Held until the commit: whoever removes the member revokes this key too, or it is not made.
    const { count } = await tables.member.updateMany({
      where: { id: scope.memberId, removedAt: null },
      data: { removedAt: null },
    });
    if (count === 0) throw new NotPermitted('manage');
    const { id } = await tables.apiKey.create({
      data: {
        ...{ label, scopes: [...scopes], keyHash, createdAt: now },
        ...{ clinicId: scope.clinicId, createdById: scope.memberId },
      },
      select: { id: true },
    });
    const details = { key: id, label, scopes: [...scopes] };
    await record({ action: 'api-key-made', at: now, details });
    return key;
  });
}

/** Revokes the keys that a member made, who is being removed; each stands in the trail. */
export async function revokeKeysOf(
  { tables, record }: InClinic,
  memberId: string,
  now: Date,
): Promise<void> {
  const revoked = await tables.apiKey.updateManyAndReturn({
    where: { createdById: memberId, revokedAt: null },
    data: { revokedAt: now },
    select: { id: true, label: true },
  });
  for (const { id, label } of revoked) {
    const details = { key: id, label, removed: memberId };
    await record({ action: 'api-key-revoked', at: now, details });
  }
}

/** Whether the clinic had such a key that was not revoked yet. */
export function revokeClinicKey(
  database: PrismaClient,
  scope: Scope,
  id: string,
  now: Date,
): Promise<boolean> {
  demand(scope, 'manage');
  return inClinic(database, scope, async ({ tables, record }) => {
    if (!isId(id)) return false;
    const [revoked] = await tables.apiKey.updateManyAndReturn({
      where: { id, revokedAt: null },
      data: { revokedAt: now },
      select: { label: true },
    });
    if (!revoked) return false;
    const details = { key: id, label: revoked.label };
    await record({ action: 'api-key-revoked', at: now, details });
    return true;
  });
}
