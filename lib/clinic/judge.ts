import { assess } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import { urgencyRank } from '@/lib/triage/disposition';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { type Examined, examinedInput } from './examined-input';
import { leadingCondition } from './leading-condition';

/** What the list needs to know of an assessment, and the assessment. */
export interface Judgement {
  readonly assessment: Assessment;
  /** 0 is the most urgent level. */
  readonly urgency: number;
  readonly urgencyCeiling: number;
  readonly deadline: Date | null;
  readonly leading: string | null;
}

/**
 * What answers and findings mean for the clinic, in clinical words.
 * @param answeredAt deadlines run from here
 */
export async function judge(
  base: KnowledgeBase,
  content: Examined,
  answeredAt: Date,
): Promise<Judgement> {
  const input = examinedInput(base, content);
  const assessment = await assess(base, input, answeredAt, 'en', 'clinician');
  const { urgency, urgencyCeiling, referral } = assessment;
  return {
    assessment,
    urgency: urgencyRank(urgency),
    urgencyCeiling: urgencyRank(urgencyCeiling),
    deadline: referral.clock ? new Date(referral.clock.deadline) : null,
    leading: leadingCondition(assessment)?.condition ?? null,
  };
}

/** Orders the list as text: the urgency first, then who waits longest; no two are the same. */
export function queueKeyOf(urgency: number, receivedAt: Date, id: string): string {
  return `${urgency}${receivedAt.getTime().toString().padStart(15, '0')}${id}`;
}
