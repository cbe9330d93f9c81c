/** The answers to one question, as a response has them. */
import type { Finding, KnowledgeBase, Question } from '../../triage/knowledge-base';
import { systemOf } from './canonical';
import { absentReasonSystem, absentReasonUrl } from './data-absent';
import type { FhirFault } from './fault';
import { unitOf } from './field-codes';
import type { ResponseAnswer, ResponseItem } from './response-schema';

interface ReadAnswers {
  readonly value: unknown;
  readonly isUnsure: boolean;
  /** Each below its item. */
  readonly faults: readonly FhirFault[];
}

/** The value, an option, several or a number; undefined where it is unknown. */
export function readAnswers(
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
