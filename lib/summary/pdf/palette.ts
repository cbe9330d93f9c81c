import type { Urgency } from '../../triage/schema';

export const ink = '#000000';
/** The quiet ink of the screen, darker: paper may come from a poor printer. */
export const quietInk = '#333333';
export const line = '#999999';
export const accent = '#14524a';

/** Those of the screen by day. Shape, word and segments say the same without them. */
export const urgencyColours: Readonly<Record<Urgency, string>> = {
  'emergency-now': '#8e0b1d',
  'same-day': '#9a3b00',
  'within-72h': '#7a5200',
  'within-2-weeks': '#0b5a6b',
  'routine-pt': '#1f4e9c',
  'self-care': '#1e6b3a',
};
