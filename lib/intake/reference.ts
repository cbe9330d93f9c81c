/**
 * The reference of a share: who has it can open the share, so nobody can guess it, and the
 * database holds only its hash.
 */
import { createHash, createHmac } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that it can be read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bitsPerLetter = 5;
/** 80 bits. */
const letterCount = 16;
const groupLength = 4;

const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * The reference of a submission, such as `7KQ2-M9TR-4XWB-H3CD`: the same for every retry, and
 * known only to who has the secret or was told.
 */
export function deriveReference(secret: string, submissionKey: string): string {
  const digest = createHmac('sha256', secret).update(`reference ${submissionKey}`).digest();
  const bits = Array.from(digest, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = Array.from({ length: letterCount }, (_, place) => {
    const from = place * bitsPerLetter;
    return alphabet.charAt(Number.parseInt(bits.slice(from, from + bitsPerLetter), 2));
  });
  return group(letters.join(''));
}

/**
 * A reference as it is written, out of what somebody typed or was read: any case, any spaces and
 * hyphens (also as an address has them, `%20`), O for 0, I or L for 1. What is no reference comes
 * back as something that opens nothing.
 */
export function normalizeReference(typed: string): string {
  const letters = typed
    .slice(0, 200)
    .replace(/%[0-9a-f]{2}/gi, '')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[OIL]/g, (letter) => lookalikes[letter] ?? letter);
  return group(letters.slice(0, 2 * letterCount));
}

/** SHA-256 in hex. No salt is needed: nobody can go through 2^80 references. */
export function hashReference(reference: string): string {
  return createHash('sha256').update(reference).digest('hex');
}

function group(letters: string): string {
  return (letters.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-');
}
