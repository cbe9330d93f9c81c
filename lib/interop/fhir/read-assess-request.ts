/** What is posted to `$assess` -> a response to assess, when, and what is wanted; or every fault. */
import { z } from 'zod';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { assessedAtSchema } from '../api/parse-assess-request';
import { canonicalOf } from './canonical';
import type { FhirFault } from './fault';
import { faultsOf } from './faults-of';
import { type ReadResponse, readResponse } from './read-response';

export interface AssessOrder {
  readonly response: ReadResponse;
  /** The clock that the sender set; null where it set none. */
  readonly assessedAt: Date | null;
  /** The document, or the Assessment as the HTTP API gives it. */
  readonly output: AssessOutput | null;
}

export type AssessOutput = z.infer<typeof assessOutput>;
export const assessOutput = z.enum(['document', 'assessment'], {
  error: 'is one of document, assessment',
});

type AssessOrderResult =
  | { readonly ok: true; readonly order: AssessOrder }
  | { readonly ok: false; readonly faults: readonly FhirFault[] };

const kindSchema = z.looseObject({ resourceType: z.string() });

const bundleSchema = z.looseObject({
  entry: z.array(z.looseObject({ resource: z.unknown().optional() })).optional(),
});

const parametersSchema = z.looseObject({
  parameter: z
    .array(
      z.looseObject({
        name: z.string(),
        valueCode: assessOutput.optional(),
        valueDateTime: assessedAtSchema.optional(),
        valueInstant: assessedAtSchema.optional(),
        resource: z.unknown().optional(),
      }),
    )
    .optional(),
});

/** A QuestionnaireResponse, a Bundle that holds one of ours, or Parameters that hold either. */
export function readAssessRequest(base: KnowledgeBase, value: unknown): AssessOrderResult {
  const kind = kindSchema.safeParse(value);
  if (kind.success && kind.data.resourceType === 'Parameters') return readParameters(base, value);
  const found = findResponse(value, kind.success ? kind.data.resourceType : 'Resource');
  if ('faults' in found) return { ok: false, faults: found.faults };
  return readFound(base, found, null, null);
}

function readParameters(base: KnowledgeBase, value: unknown): AssessOrderResult {
  const parsed = parametersSchema.safeParse(value);
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error, 'Parameters') };
  const parameters = parsed.data.parameter ?? [];
  const faults: FhirFault[] = [];
  let found: Found | Missing | null = null;
  let assessedAt: Date | null = null;
  let output: AssessOutput | null = null;
  for (const [index, parameter] of parameters.entries()) {
    const place = `Parameters.parameter[${index}]`;
    const { name, valueCode, valueDateTime, valueInstant, resource } = parameter;
    if (name === 'response') {
      found = findResponse(resource, `${place}.resource`);
    } else if (name === 'assessedAt') {
      const time = valueDateTime ?? valueInstant;
      if (time === undefined) faults.push(needs(place, 'a valueDateTime is needed'));
      else assessedAt = new Date(time);
    } else if (name === 'output') {
      if (valueCode === undefined) faults.push(needs(place, 'a valueCode is needed'));
      else output = valueCode;
    } else {
      const message = 'the parameters are response, assessedAt, output';
      faults.push({ expression: `${place}.name`, code: 'not-supported', message });
    }
  }
  found ??= { faults: [needs('Parameters', 'the parameter response is needed')] };
  if ('faults' in found) return { ok: false, faults: [...faults, ...found.faults] };
  if (faults.length > 0) return { ok: false, faults };
  return readFound(base, found, assessedAt, output);
}

interface Found {
  readonly response: unknown;
  readonly place: string;
}
interface Missing {
  readonly faults: readonly FhirFault[];
}

function readFound(
  base: KnowledgeBase,
  { response, place }: Found,
  assessedAt: Date | null,
  output: AssessOutput | null,
): AssessOrderResult {
  const read = readResponse(base, response, place);
  if (!read.ok) return read;
  return { ok: true, order: { response: read.response, assessedAt, output } };
}

/** The one that answers a form of ours; other resources of a Bundle are passed over. */
function findResponse(value: unknown, place: string): Found | Missing {
  const kind = kindSchema.safeParse(value);
  const type = kind.success ? kind.data.resourceType : null;
  if (type === 'QuestionnaireResponse') return { response: value, place };
  if (type !== 'Bundle') {
    const message = 'a QuestionnaireResponse, or a Bundle or Parameters with one, is needed';
    return { faults: [{ expression: place, code: 'not-supported', message }] };
  }
  const bundle = bundleSchema.safeParse(value);
  if (!bundle.success) return { faults: faultsOf(bundle.error, place) };
  const found = (bundle.data.entry ?? []).flatMap(({ resource }, index) =>
    isOurs(resource) ? [{ response: resource, place: `${place}.entry[${index}].resource` }] : [],
  );
  const [only, second] = found;
  if (only && !second) return only;
  const message = only
    ? 'two QuestionnaireResponses of ours: which one counts?'
    : 'it holds no QuestionnaireResponse to one of our Questionnaires';
  return { faults: [needs(`${place}.entry`, message)] };
}

const oursSchema = z.looseObject({
  resourceType: z.literal('QuestionnaireResponse'),
  questionnaire: z.string().startsWith(canonicalOf('Questionnaire', '')),
});

function isOurs(resource: unknown): boolean {
  return oursSchema.safeParse(resource).success;
}

function needs(expression: string, message: string): FhirFault {
  return { expression, code: 'required', message };
}
