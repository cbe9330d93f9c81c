/** What the JSON columns of a clinic's intake hold, checked where they are read. */
import { z } from 'zod';
import { reasonCodes } from './conclusion';

const answer = z.union([z.string(), z.array(z.string()), z.number()]);
const answers = z.record(z.string(), answer);

/**
 * What a member recorded: by question or finding its answer, and of a finding that is measured on
 * both legs `<finding>.left` and `<finding>.right` instead.
 */
const findings = answers;

const conclusion = z.object({
  /** A condition of the knowledge base, or `other`, which `otherCondition` then names. */
  condition: z.string().optional(),
  otherCondition: z.string().optional(),
  /** The disposition that the clinician decided on. */
  urgency: z.string().optional(),
  /** Why it is another one than the tool's. */
  overrideReason: z.enum(reasonCodes).optional(),
  comment: z.string().optional(),
  plan: z.string().optional(),
});

export type Conclusion = z.infer<typeof conclusion>;

const content = z.object({
  audience: z.enum(['patient', 'clinician']),
  answers,
  unsure: z.array(z.string()),
  findings,
  conclusion,
});

/** What somebody said, saw and concluded. */
export type IntakeContent = z.infer<typeof content>;

/** The content of a stored row; throws where it is none, which no code of ours writes. */
export function readContent(row: unknown): IntakeContent {
  return content.parse(row);
}
