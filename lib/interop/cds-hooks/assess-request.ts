import type { Input } from '../../triage/answers';
import type { Assessment } from '../../triage/assessment';
import { isMoreUrgent } from '../../triage/disposition';
import type { FoundAnswers } from './find-answers';

/** An Assessment in clinical words, or why there is none. */
export type Assessed =
  | { readonly state: 'found'; readonly assessment: Assessment; readonly found: FoundAnswers }
  | { readonly state: 'none' | 'too-old' | 'unreadable'; readonly found: FoundAnswers };

/** Says what the answers mean, in clinical words. */
export type AssessForClinician = (input: Input, at: Date) => Promise<Assessment>;

/**
 * With what the record adds, unless the answers alone are more urgent: a record may raise an urgency,
 * and lowers none.
 */
export async function assessFound(
  found: FoundAnswers,
  assess: AssessForClinician,
): Promise<Assessed> {
  if (found.state !== 'found') return { state: found.state, found };
  const { input, withRecord, record, at } = found;
  const alone = await assess(input, at);
  if (record.length === 0) return { state: 'found', assessment: alone, found };
  const whole = await assess(withRecord, at);
  const assessment = isMoreUrgent(alone.urgency, whole.urgency) ? alone : whole;
  return { state: 'found', assessment, found };
}
