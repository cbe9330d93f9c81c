/** What is asked for when somebody wants a paper: which, on what, for whom. */
import { z } from 'zod';
import { audiences, type InputFault, validateInput } from '../../triage/answers';
import { assess } from '../../triage/assess';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { paperSizes } from '../pdf/paper';
import { summarize } from '../summarize';
import type { Summary } from '../summary';
import { documentKinds } from './document-kind';
import { letterheadSchema } from './letterhead';

const paperFields = {
  kind: z.enum(documentKinds),
  paper: z.enum(paperSizes),
  /** An IANA name, such as `Europe/Berlin`: that of who reads. */
  timeZone: z.string().max(60).refine(isTimeZone, 'no such time zone'),
  letterhead: letterheadSchema.prefault({}),
};

/** For answers that a server has already. */
export const paperRequestSchema = z.strictObject(paperFields);
export type PaperRequest = z.output<typeof paperRequestSchema>;

/** With the answers, which live on a device. */
export const answersRequestSchema = z.strictObject({
  ...paperFields,
  /** The knowledge base that the device assessed them with. */
  knowledgeBase: z.string().max(64),
  audience: z.enum(audiences),
  answers: z.record(z.string(), z.unknown()),
  /** The questions answered "not sure". */
  unsure: z.array(z.string()).max(200).default([]),
  /** The clock of the assessment. */
  assessedAt: z.iso.datetime(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'two letters, such as "en"')
    .default('en'),
});
export type AnswersRequest = z.output<typeof answersRequestSchema>;

type ParsedRequest<Value> =
  | { readonly ok: true; readonly request: Value }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

/** The request, or every fault in it by field. */
export function parseRequest<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
): ParsedRequest<Value> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, request: parsed.data };
  const faults = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({
          field: [...issue.path, field].join('.'),
          message: 'unknown field',
        }))
      : [{ field: issue.path.join('.') || '(the whole)', message: issue.message }],
  );
  return { ok: false, faults };
}

type RequestedSummary =
  | { readonly ok: true; readonly summary: Summary }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

/** The summary of the answers in a request, or what is wrong with them. */
export async function summarizeRequest(
  base: KnowledgeBase,
  { audience, answers, unsure, assessedAt, language }: AnswersRequest,
): Promise<RequestedSummary> {
  const checked = validateInput(base, { audience, answers });
  if (!checked.ok) return checked;
  const voice = { audience: 'clinician', language } as const;
  const at = new Date(assessedAt);
  const assessment = await assess(base, checked.input, at, language, voice.audience);
  return { ok: true, summary: await summarize(base, checked.input, assessment, voice, { unsure }) };
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
