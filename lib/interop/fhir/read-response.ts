/** A QuestionnaireResponse -> the input of an assessment, or every fault in it by element. */
import { type Audience, audiences, type Input, validateInput } from '../../triage/answers';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { canonicalOf, questionnaireIds, versionOf } from './canonical';
import type { FhirFault } from './fault';
import { faultsOf } from './faults-of';
import { isTooDeep } from './is-too-deep';
import { responseSchema } from './response-schema';
import { type Subject, subjectOf } from './subject';
import { walkItems } from './walk-items';

/** What a response says. */
export interface ReadResponse {
  readonly input: Input;
  /** The questions answered "not sure". */
  readonly unsure: readonly string[];
  readonly subject: Subject | null;
  /** When the answers were given; null where it does not say so to the second. */
  readonly authored: Date | null;
}

export type ReadResult =
  | { readonly ok: true; readonly response: ReadResponse }
  | { readonly ok: false; readonly faults: readonly FhirFault[] };

/**
 * A question that is not there, or has no answer, is unknown. The items may be grouped in any way.
 * @param at FHIRPath to the resource in what was given
 */
export function readResponse(
  base: KnowledgeBase,
  resource: unknown,
  at = 'QuestionnaireResponse',
): ReadResult {
  if (isTooDeep(resource)) {
    const message = 'is nested too deep';
    return { ok: false, faults: [{ expression: at, code: 'structure', message }] };
  }
  const parsed = responseSchema.safeParse(resource);
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error, at) };
  const { questionnaire, status, item = [], identifier, subject, authored } = parsed.data;
  const form = formOf(base, questionnaire);
  if (typeof form !== 'string') {
    return { ok: false, faults: [{ ...form, expression: `${at}.questionnaire` }] };
  }
  if (status === 'entered-in-error') {
    const message = 'these answers were entered in error';
    return { ok: false, faults: [{ expression: `${at}.status`, code: 'value', message }] };
  }
  const walk = walkItems(base, form, item, at);
  const id = identifier?.value;
  const checked = validateInput(base, { ...(id && { id }), audience: form, answers: walk.answers });
  const faults = [...walk.faults, ...(checked.ok ? [] : locate(checked.faults, walk.places, at))];
  if (!checked.ok || faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    response: {
      input: checked.input,
      unsure: walk.unsure,
      subject: subjectOf(subject),
      authored: readInstant(authored),
    },
  };
}

/** Whose form it is. Answers to the questions of other rules may mean something else. */
function formOf(
  base: KnowledgeBase,
  canonical: string | undefined,
): Audience | Omit<FhirFault, 'expression'> {
  if (canonical === undefined) {
    return { code: 'required', message: 'the canonical of one of our Questionnaires is needed' };
  }
  const [url, version] = canonical.split('|');
  const form = audiences.find((one) => canonicalOf('Questionnaire', questionnaireIds[one]) === url);
  if (!form) {
    const known = audiences.map((one) => canonicalOf('Questionnaire', questionnaireIds[one]));
    return { code: 'not-supported', message: `is none of ${known.join(', ')}` };
  }
  if (version !== undefined && version !== versionOf(base)) {
    return { code: 'conflict', message: `the version of this server is ${versionOf(base)}` };
  }
  return form;
}

/** The faults that the questionnaire itself finds, each at the item that it is about. */
function locate(
  faults: readonly { readonly field: string; readonly message: string }[],
  places: ReadonlyMap<string, string>,
  at: string,
): FhirFault[] {
  return faults.map(({ field, message }) => {
    const [, id = '', index] = field.split('.');
    const place = places.get(id);
    if (place === undefined) return { expression: at, code: 'value', message };
    return { expression: `${place}.answer[${index ?? 0}]`, code: 'code-invalid', message };
  });
}

/** A day alone is no moment: it would put a deadline up to a day off. */
function readInstant(text: string | undefined): Date | null {
  if (text === undefined || !/T.*(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}
