/** The keys with which programs use the API: made once, stored as their hash, revocable. */
import { createHash, randomBytes } from 'node:crypto';
import { appendAuditEvent } from './audit';
import { durably } from './durably';
import type { PrismaClient } from './generated/client';

/** What a key may be used for. */
export const apiScopes = ['assess', 'knowledge', 'audit'] as const;
export type ApiScope = (typeof apiScopes)[number];

/** What a key that is no clinic's may be used for: nothing that is a clinic's. */
export const scopesWithoutClinic = ['assess', 'knowledge'] as const satisfies readonly ApiScope[];

/** What a key that is shown and not revoked stands for. */
export interface KnownApiKey {
  readonly id: string;
  readonly scopes: readonly string[];
  /** Whose it is; null where it is no clinic's. */
  readonly clinicId: string | null;
}

const prefix = 'surae_';
/** 256 bits: nobody can go through them, so their hash needs no salt. */
const keyBytes = 32;
/** Its use is noted at most so often. */
const noteEveryMs = 60_000;

/** A new key, to be told once, and what to store of it. */
export function makeKey(): { key: string; keyHash: string } {
  const key = `${prefix}${randomBytes(keyBytes).toString('base64url')}`;
  return { key, keyHash: hashKey(key) };
}

/** Stores a new key of no clinic. Its text is returned here and never again. */
export async function createApiKey(
  database: PrismaClient,
  {
    label,
    scopes,
  }: { readonly label: string; readonly scopes: readonly (typeof scopesWithoutClinic)[number][] },
): Promise<{ id: string; key: string }> {
  const { key, keyHash } = makeKey();
  const { id } = await database.apiKey.create({ data: { label, scopes: [...scopes], keyHash } });
  return { id, key };
}

/** All keys, of every clinic and of none, the oldest first, the revoked ones too. */
export function listApiKeys(database: PrismaClient) {
  return database.apiKey.findMany({ orderBy: { createdAt: 'asc' }, omit: { keyHash: true } });
}

/**
 * Revokes any key, as who runs the server may. Whether there was such a key that was not revoked yet;
 * where it was a clinic's, the clinic's trail tells.
 */
export function revokeApiKey(database: PrismaClient, id: string, at: Date): Promise<boolean> {
  return durably(database, async (transaction) => {
    const [revoked] = await transaction.apiKey.updateManyAndReturn({
      where: { id, revokedAt: null },
      data: { revokedAt: at },
    });
    if (!revoked) return false;
    const { clinicId, label } = revoked;
    if (clinicId !== null) {
      const details = { key: id, label };
      await appendAuditEvent(transaction, { action: 'api-key-revoked', at, clinicId, details });
    }
    return true;
  });
}

/**
 * What a key stands for, noting that it was used; null where no key reads so, or it is revoked.
 * @param now the server's clock
 */
export async function findApiKey(
  database: PrismaClient,
  key: string,
  now: Date,
): Promise<KnownApiKey | null> {
  const found = await database.apiKey.findUnique({ where: { keyHash: hashKey(key) } });
  if (!found || found.revokedAt) return null;
  const { id, scopes, clinicId, lastUsedAt } = found;
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > noteEveryMs) {
    await database.apiKey.updateMany({ where: { id }, data: { lastUsedAt: now } });
  }
  return { id, scopes, clinicId };
}

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
