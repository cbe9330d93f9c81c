import { sha256 } from '@noble/hashes/sha2.js';
import type { Summary } from './summary';

/** Without I, L, O and U: nothing that a reader takes for something else. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = [0, 4, 8];

/**
 * Twelve letters, 60 bits, over what the summary says: the answers, the knowledge base and what was
 * concluded. The same answers and knowledge base give the same code, on every device and on the
 * server, whose clocks differ: the time is not part of it, only how long until the deadline.
 * Another answer or another conclusion gives another code. No key goes into it: it shows slips and
 * casual changes, and is no signature.
 */
export function verificationCode(summary: Summary): string {
  const digest = sha256(new TextEncoder().encode(JSON.stringify(verifiedPart(summary))));
  const bits = Array.from(digest.subarray(0, 8), (byte) => byte.toString(2).padStart(8, '0')).join(
    '',
  );
  const code = Array.from({ length: 12 }, (_, place) =>
    letters.charAt(Number.parseInt(bits.slice(place * 5, place * 5 + 5), 2)),
  );
  return groups.map((from) => code.slice(from, from + 4).join('')).join('-');
}

/** A code as somebody typed it: case, spaces and hyphens do not matter; O reads as 0, I and L as 1. */
export function isSameCode(typed: string, code: string): boolean {
  return normalize(typed) === normalize(code);
}

function normalize(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
}

/** In a fixed order. Ids, and no wording that a new version of the app may mend. */
function verifiedPart({ answers, ...summary }: Summary): unknown {
  return [
    summary.version,
    summary.knowledgeBase.hash,
    summary.filledInBy,
    summary.outcome,
    summary.headline.urgency,
    summary.headline.ceiling?.urgency ?? null,
    summary.ask.to,
    summary.ask.tests,
    summary.ask.deadline && Date.parse(summary.ask.deadline) - Date.parse(summary.assessedAt),
    summary.redFlags.present.map(({ id }) => id),
    summary.redFlags.notExcluded.map(({ id }) => id),
    summary.conditions.map(({ id, likelihood }) => [id, likelihood]),
    answers.flatMap(({ statements }) =>
      statements.map(({ id, answer, state }) => [id, answer, state]),
    ),
  ];
}
