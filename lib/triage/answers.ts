/** input -> answers: what somebody said, checked against the questionnaire. */
import { z } from 'zod';
import type { Finding, KnowledgeBase, Question } from './knowledge-base';

export const audiences = ['patient', 'clinician'] as const;
export type Audience = (typeof audiences)[number];

export type Answer = string | readonly string[] | number;

/** By question or finding; what is not there is unknown. */
export type Answers = Readonly<Record<string, Answer>>;

export interface Input {
  readonly id?: string | undefined;
  readonly audience: Audience;
  readonly answers: Answers;
}

export interface InputFault {
  /** Where it stands in the input, e.g. `answers.onset`. */
  readonly field: string;
  readonly message: string;
}

export type InputResult =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

/** The questions of the self-check for a patient; for a clinician the examination too. */
export function fieldsFor(base: KnowledgeBase, audience: Audience): (Question | Finding)[] {
  return audience === 'patient' ? [...base.questions] : [...base.questions, ...base.findings];
}

/**
 * The input, or every fault in it by field. Fields beside `id`, `audience` and `answers` are the
 * caller's own and pass, unless there are no answers at all: then they are a misspelling.
 */
export function validateInput(base: KnowledgeBase, value: unknown): InputResult {
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) return { ok: false, faults: describeIssues(envelope.error, []) };
  const { id, audience, answers } = envelope.data;
  const checked = answersSchemaFor(base, audience).safeParse(answers);
  if (!checked.success) return { ok: false, faults: describeIssues(checked.error, ['answers']) };
  return { ok: true, input: { id, audience, answers: checked.data } };
}

const envelopeSchema = z
  .looseObject({
    id: z.string().min(1).max(200).optional(),
    audience: z.enum(audiences).default('patient'),
    answers: z.record(z.string(), z.unknown()).optional(),
  })
  .superRefine((envelope, context) => {
    if (envelope.answers !== undefined) return;
    for (const field of Object.keys(envelope)) {
      if (field in envelopeShape) continue;
      context.addIssue({ code: 'custom', path: [field], message: 'unknown field, and no answers' });
    }
  })
  .transform(({ id, audience, answers = {} }) => ({ id, audience, answers }));
const envelopeShape = { id: true, audience: true, answers: true };

const schemas = new WeakMap<KnowledgeBase, Map<Audience, ReturnType<typeof answersSchema>>>();

/** The zod schema of the answers that one audience may give, made once. */
function answersSchemaFor(base: KnowledgeBase, audience: Audience) {
  const made = schemas.get(base) ?? new Map();
  schemas.set(base, made);
  const schema = made.get(audience) ?? answersSchema(base, audience);
  made.set(audience, schema);
  return schema;
}

function answersSchema(base: KnowledgeBase, audience: Audience) {
  const fields = fieldsFor(base, audience);
  const known = new Map(fields.map((field) => [field.id, answerSchema(field)]));
  const others = new Set(base.findings.map((finding) => finding.id));
  return z.record(z.string(), z.unknown()).transform((given, context) => {
    const answers: Record<string, Answer> = {};
    for (const [id, value] of Object.entries(given)) {
      const answer = known.get(id)?.safeParse(value);
      if (answer?.success) {
        answers[id] = answer.data;
      } else if (answer) {
        for (const issue of answer.error.issues) {
          context.addIssue({ code: 'custom', path: [id, ...issue.path], message: issue.message });
        }
      } else {
        const message = others.has(id) ? 'only a clinician answers this' : 'no such question';
        context.addIssue({ code: 'custom', path: [id], message });
      }
    }
    return answers;
  });
}

/** The zod schema of one answer. Its messages say what would have been right. */
export function answerSchema(field: Question | Finding): z.ZodType<Answer> {
  const options = field.options ?? [];
  const values = options.map((option) => option.value);
  const choice = z.enum(values as [string, ...string[]], {
    error: (issue) => `${quote(issue.input)} is no option; the options are ${values.join(', ')}`,
  });
  switch (field.type) {
    case 'single':
      return choice;
    case 'multiple':
      return z
        .array(choice, { error: 'a list of options is needed' })
        .min(1, 'the list is empty; leave the question out if the answer is unknown')
        .refine((list) => new Set(list).size === list.length, 'an option stands there twice')
        .refine(
          (list) =>
            list.length === 1 || !options.some((o) => o.exclusive && list.includes(o.value)),
          'this option cannot stand beside another',
        );
    case 'number':
      return boundedNumber(field);
  }
}

function boundedNumber({ minimum = 0, maximum = 0 }: Question | Finding) {
  const message = `a number from ${minimum} to ${maximum} is needed`;
  return z.number({ error: message }).min(minimum, message).max(maximum, message);
}

function describeIssues(error: z.ZodError, path: readonly string[]): InputFault[] {
  return error.issues.map((issue) => ({
    field: [...path, ...issue.path].join('.') || '(the whole)',
    message: issue.message,
  }));
}

/** What was given, short enough for a message. */
function quote(given: unknown): string {
  const text = JSON.stringify(given) ?? String(given);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
