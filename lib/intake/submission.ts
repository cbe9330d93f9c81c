/** What a device sends when somebody shares their answers. */
import { z } from 'zod';
import { type Answers, audiences, type InputFault } from '@/lib/triage/answers';

const yearSeconds = 366 * 24 * 60 * 60;

const submissionSchema = z.strictObject({
  /** Made by the device, the same for every retry. */
  submissionKey: z.uuid().toLowerCase(),
  audience: z.enum(audiences),
  answers: z.record(z.string(), z.unknown()),
  /** The questions answered "not sure". */
  unsure: z.array(z.string()).max(200).default([]),
  /** On the device's own clock, which may be wrong; the server's is not. */
  answeredSecondsAgo: z.int().min(0).max(yearSeconds).default(0),
});

/** The answers in it are not yet checked against the questionnaire. */
export type Submission = z.output<typeof submissionSchema>;

export type SubmissionBody = Omit<z.input<typeof submissionSchema>, 'answers'> & {
  answers: Answers;
};

type ParsedSubmission =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

/** The submission, or every fault in its envelope by field. */
export function parseSubmission(value: unknown): ParsedSubmission {
  const parsed = submissionSchema.safeParse(value);
  if (parsed.success) return { ok: true, submission: parsed.data };
  const faults = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ field, message: 'unknown field' }))
      : [{ field: issue.path.join('.') || '(the whole)', message: issue.message }],
  );
  return { ok: false, faults };
}
