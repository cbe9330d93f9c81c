/** The keys with which programs use the API: made once, stored as their hash, revocable. */
import { createHash, randomBytes } from 'node:crypto';
import type { PrismaClient } from './generated/client';

export const apiScopes = ['assess', 'knowledge'] as const;
export type ApiScope = (typeof apiScopes)[number];

export interface ApiKeyOrder {
  readonly label: string;
  readonly scopes: readonly ApiScope[];
  readonly clinicId?: string | undefined;
}

/** What a key that is shown and not revoked stands for. */
export interface KnownApiKey {
  readonly id: string;
  readonly scopes: readonly string[];
}

const prefix = 'surae_';
/** 256 bits: nobody can go through them, so their hash needs no salt. */
const keyBytes = 32;

/** Stores a new key. Its text is returned here and never again. */
export async function createApiKey(
  database: PrismaClient,
  { label, scopes, clinicId }: ApiKeyOrder,
): Promise<{ id: string; key: string }> {
  const key = `${prefix}${randomBytes(keyBytes).toString('base64url')}`;
  const { id } = await database.apiKey.create({
    data: { label, scopes: [...scopes], clinicId: clinicId ?? null, keyHash: hashKey(key) },
  });
  return { id, key };
}

/** All keys, the oldest first, the revoked ones too. */
export function listApiKeys(database: PrismaClient) {
  return database.apiKey.findMany({ orderBy: { createdAt: 'asc' }, omit: { keyHash: true } });
}

/** Whether there was such a key that was not revoked yet. */
export async function revokeApiKey(database: PrismaClient, id: string, at: Date): Promise<boolean> {
  const { count } = await database.apiKey.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: at },
  });
  return count > 0;
}

/** Null where no key reads so, or it is revoked. */
export async function findApiKey(database: PrismaClient, key: string): Promise<KnownApiKey | null> {
  const found = await database.apiKey.findUnique({ where: { keyHash: hashKey(key) } });
  if (!found || found.revokedAt) return null;
  return { id: found.id, scopes: found.scopes };
}

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
