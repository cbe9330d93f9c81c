/** The clinician's own conclusion: agreeing with the tool, or overriding it and saying why. */
import { z } from 'zod';
import { reasonCodes } from '@/lib/summary/summary';
import type { InputFault } from '@/lib/triage/answers';
import type { Assessment } from '@/lib/triage/assessment';
import { isMoreUrgent } from '@/lib/triage/disposition';
import { type Urgency, urgencyLevels } from '@/lib/triage/schema';
import { type Led, leadingCondition } from './leading-condition';

/** The value of `condition` for one that the knowledge base does not have. */
export const otherCondition = 'other';

const prose = z.string().trim().min(1).max(4000);

/** By field; each is missing until somebody fills it in. */
export const conclusionSchema = z
  .strictObject({
    /** A condition of the knowledge base, or `other`, which `otherCondition` then names. */
    condition: z.string().max(100),
    otherCondition: z.string().trim().min(1).max(200),
    /** The disposition that the clinician decided on. */
    urgency: z.enum(urgencyLevels),
    overrideReason: z.enum(reasonCodes),
    comment: prose,
    /** What is to be done, and what the patient was told. */
    plan: prose,
  })
  .partial();

export type Conclusion = z.infer<typeof conclusionSchema>;
export type ConclusionField = keyof Conclusion;

/** A conclusion that may be signed. */
export type CompleteConclusion = Conclusion & {
  readonly condition: string;
  readonly urgency: Urgency;
};

/** In what the conclusion differs from the assessment. */
export interface Override {
  readonly condition: boolean;
  readonly urgency: 'same' | 'more-urgent' | 'less-urgent';
}

/** How the conclusion stands to the assessment; null while either part of it is missing. */
export function overrideOf(
  { condition, urgency }: Conclusion,
  assessment: Pick<Assessment, 'urgency'> & Led,
): Override | null {
  if (condition === undefined || urgency === undefined) return null;
  return {
    // Of a danger to be ruled out and something likelier both are the tool's.
    condition: ![assessment.ranking[0], leadingCondition(assessment)].some(
      (one) => one?.condition === condition,
    ),
    urgency:
      urgency === assessment.urgency
        ? 'same'
        : isMoreUrgent(urgency, assessment.urgency)
          ? 'more-urgent'
          : 'less-urgent',
  };
}

/** What is still missing before the conclusion can be signed, by field; the messages are codes. */
export function findMissing(
  conclusion: Conclusion,
  assessment: Pick<Assessment, 'urgency'> & Led,
): (InputFault & { readonly field: `conclusion.${ConclusionField}` })[] {
  const override = overrideOf(conclusion, assessment);
  const isOverride = override !== null && (override.condition || override.urgency !== 'same');
  const needsWords =
    override?.urgency === 'less-urgent' || conclusion.overrideReason === ('other' as const);
  const needed: Readonly<Partial<Record<ConclusionField, boolean>>> = {
    condition: true,
    otherCondition: conclusion.condition === otherCondition,
    urgency: true,
    overrideReason: isOverride,
    comment: isOverride && needsWords,
  };
  const fields = ['condition', 'otherCondition', 'urgency', 'overrideReason', 'comment'] as const;
  return fields
    .filter((field) => needed[field] && conclusion[field] === undefined)
    .map((field) => ({ field: `conclusion.${field}`, message: 'missing' }));
}

/** Whether nothing is missing; a type guard for what is then there. */
export function isComplete(
  conclusion: Conclusion,
  assessment: Pick<Assessment, 'urgency'> & Led,
): conclusion is CompleteConclusion {
  return findMissing(conclusion, assessment).length === 0;
}
