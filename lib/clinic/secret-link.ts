/** The secret in a link that does one thing once: only its hash is stored. */
import { createHash, randomBytes } from 'node:crypto';

/** 192 bits: nobody can go through them, so their hash needs no salt. */
const secretBytes = 24;

/** A new secret, to be told once, and what to store of it. */
export function makeSecret(): { secret: string; secretHash: string } {
  const secret = randomBytes(secretBytes).toString('base64url');
  return { secret, secretHash: hashSecret(secret) };
}

/** SHA-256 in hexadecimal of what somebody's link says. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
