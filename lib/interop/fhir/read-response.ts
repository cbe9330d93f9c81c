/** A QuestionnaireResponse -> the input of an assessment, or every fault in it by element. */
import {
  type Audience,
  audiences,
  fieldsFor,
  type Input,
  validateInput,
} from '../../triage/answers';
import type { Finding, KnowledgeBase, Question } from '../../triage/knowledge-base';
import { canonicalOf, questionnaireIds, systemOf, versionOf } from './canonical';
import { absentReasonSystem, absentReasonUrl } from './data-absent';
import type { FhirFault } from './fault';
import { faultsOf } from './faults-of';
import { unitOf } from './field-codes';
import { isTooDeep } from './is-too-deep';
import { type ResponseAnswer, type ResponseItem, responseSchema } from './response-schema';
import { type Subject, subjectOf } from './subject';

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

interface Walk {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly unsure: readonly string[];
  /** Where each answer stands. */
  readonly places: ReadonlyMap<string, string>;
  readonly faults: readonly FhirFault[];
}

function walkItems(
  base: KnowledgeBase,
  audience: Audience,
  items: readonly ResponseItem[],
  at: string,
): Walk {
  const fields = new Map(fieldsFor(base, audience).map((field) => [field.id, field]));
  const blocks = [...base.questionnaire, ...base.examination].map(({ id }) => `${id}-block`);
  const groups = new Set([...blocks, ...[...fields.keys()].map((id) => `${id}-help`)]);
  const answers: Record<string, unknown> = {};
  const unsure: string[] = [];
  const places = new Map<string, string>();
  const faults: FhirFault[] = [];

  function walk(list: readonly ResponseItem[], parent: string): void {
    for (const [index, item] of list.entries()) {
      const place = `${parent}.item[${index}]`;
      const report = (code: FhirFault['code'], message: string, below = '') =>
        faults.push({ expression: place + below, code, message });
      const { linkId, answer = [] } = item;
      const field = fields.get(linkId);
      if (field && places.has(linkId)) {
        report('structure', `${linkId} stands there twice`, '.linkId');
      } else if (field) {
        places.set(linkId, place);
        const read = readAnswers(base, field, item);
        for (const fault of read.faults) report(fault.code, fault.message, fault.expression);
        if (read.isUnsure) unsure.push(linkId);
        if (read.value !== undefined) answers[linkId] = read.value;
      } else if (!groups.has(linkId)) {
        report('not-supported', 'no such question', '.linkId');
      } else if (answer.length > 0) {
        report('structure', `${linkId} is no question`, '.answer');
      }
      walk(item.item ?? [], place);
      for (const [number, one] of answer.entries()) {
        walk(one.item ?? [], `${place}.answer[${number}]`);
      }
    }
  }
  walk(items, at);
  return { answers, unsure, places, faults };
}

interface ReadAnswers {
  readonly value: unknown;
  readonly isUnsure: boolean;
  /** Each below its item. */
  readonly faults: readonly FhirFault[];
}

function readAnswers(
  base: KnowledgeBase,
  field: Question | Finding,
  { answer = [], extension = [] }: ResponseItem,
): ReadAnswers {
  const faults: FhirFault[] = [];
  const values: (string | number)[] = [];
  let isUnsure = extension.some(({ url }) => url === absentReasonUrl);
  for (const [index, one] of answer.entries()) {
    if (one.valueCoding?.system === absentReasonSystem) {
      isUnsure = true;
      continue;
    }
    const read = field.type === 'number' ? readNumber(base, field, one) : readCoding(field.id, one);
    if (typeof read === 'object') {
      faults.push({ ...read, expression: `.answer[${index}]${read.expression}` });
    } else {
      values.push(read);
    }
  }
  if (isUnsure && values.length > 0) {
    const message = 'an answer cannot stand beside a reason for its absence';
    faults.push({ expression: '.answer', code: 'structure', message });
  }
  if (field.type !== 'multiple' && values.length > 1) {
    faults.push({ expression: '.answer', code: 'structure', message: 'one answer is needed' });
  }
  const value = field.type === 'multiple' && values.length > 0 ? values : values[0];
  return { value, isUnsure: isUnsure && values.length === 0, faults };
}

function readCoding(field: string, { valueCoding }: ResponseAnswer): string | FhirFault {
  if (valueCoding?.code === undefined) {
    return { expression: '', code: 'value', message: 'a valueCoding with a code is needed' };
  }
  const { system, code } = valueCoding;
  if (system !== undefined && system !== systemOf(field)) {
    const message = `the codes of this question are those of ${systemOf(field)}`;
    return { expression: '.valueCoding.system', code: 'code-invalid', message };
  }
  return code;
}

/** A quantity is read in our own unit only, and never as a bound. */
function readNumber(
  base: KnowledgeBase,
  field: Question | Finding,
  { valueDecimal, valueInteger, valueQuantity }: ResponseAnswer,
): number | FhirFault {
  const value = valueDecimal ?? valueInteger;
  if (value !== undefined) return value;
  if (valueQuantity?.value === undefined) {
    return { expression: '', code: 'value', message: 'a valueDecimal is needed' };
  }
  const { comparator, unit, code } = valueQuantity;
  const ours = unitOf(base, field);
  const named = code ?? unit;
  const isOurs = named === undefined || [ours?.code, ours?.display].includes(named);
  if (comparator === undefined && isOurs) return valueQuantity.value;
  const message = `a number without comparator is needed, in ${ours?.display ?? 'no unit'}`;
  return { expression: '.valueQuantity', code: 'value', message };
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
