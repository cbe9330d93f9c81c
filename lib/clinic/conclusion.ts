/** Why a clinician may decide otherwise than the tool says. */
export const reasonCodes = [
  'examination-says-otherwise',
  'history-says-otherwise',
  'already-investigated',
  'already-under-care',
  'patient-declines',
  'local-pathway',
  'tool-is-wrong',
  'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
