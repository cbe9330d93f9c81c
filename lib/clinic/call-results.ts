import type { CallResult } from '@/lib/intake/generated/enums';

/** What can come of a call. */
export const callResults = [
  'reached',
  'leftMessage',
  'noAnswer',
] as const satisfies readonly CallResult[];

/** A note of a call has so many characters at most. */
export const callNoteMax = 300;
