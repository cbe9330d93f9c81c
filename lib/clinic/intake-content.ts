/** What the JSON columns of a clinic's intake hold, checked where they are read. */
import { z } from 'zod';
import { audiences } from '@/lib/triage/answers';
import { conclusionSchema } from './conclusion';

const answers = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.number()]));

const content = z.object({
  audience: z.enum(audiences),
  answers,
  unsure: z.array(z.string()),
  /**
   * What a member recorded: by question or finding its answer, and of a finding that is measured on
   * both legs `<finding>.left` and `<finding>.right` instead.
   */
  findings: answers,
  conclusion: conclusionSchema,
});

/** What somebody said, saw and concluded. */
export type IntakeContent = z.infer<typeof content>;

/** The content of a stored row; throws where it is none, which no code of ours writes. */
export function readContent(row: unknown): IntakeContent {
  return content.parse(row);
}
