import type { Urgency } from '../../triage/schema';
import type { TriageLevel } from './schema';

/**
 * Our six levels in the benchmark's three: emergency, primary and self-care. It names places and no
 * time frames. Today is emergency care, because no primary care can be counted on to see somebody
 * and to scan a leg the same day; whoever can wait a day or more can wait for primary care.
 */
export const triageLevelOf: Readonly<Record<Urgency, TriageLevel>> = {
  'emergency-now': 'EC',
  'same-day': 'EC',
  'within-72h': 'PC',
  'within-2-weeks': 'PC',
  'routine-pt': 'PC',
  'self-care': 'SC',
};
