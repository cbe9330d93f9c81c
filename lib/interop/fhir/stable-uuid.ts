import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A UUID (version 8, RFC 9562) that the same words always give: the same input, the same bytes. */
export function stableUuid(...words: readonly string[]): string {
  const hex = bytesToHex(sha256(utf8ToBytes(JSON.stringify(words))));
  const variant = (Number.parseInt(hex.charAt(16), 16) & 3) | 8;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant.toString(16)}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
