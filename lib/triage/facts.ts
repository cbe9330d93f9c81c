/** answers -> facts: typed, and with the unknown kept apart from what is certainly not asked. */
import type { Answer, Answers, Audience } from './answers';
import type { Facts, Truth } from './engine';
import type { Finding, Question } from './knowledge-base';
import { type FactValue, notApplicable } from './operators';
import type { RuleBook } from './rule-book';

/** What was answered, by question or finding; the rest is undefined, which is the unknown. */
export function toFacts({ fields }: Pick<RuleBook, 'fields'>, answers: Answers): Facts {
  return Object.fromEntries(
    [...fields.values()].map((field) => [field.id, toFact(field, answers[field.id])]),
  );
}

/** "Not sure" and "not done" are options, and unknown all the same. */
export function toFact(
  { options = [] }: Question | Finding,
  answer: Answer | undefined,
): FactValue {
  const isKnown = (value: string) => !options.find((option) => option.value === value)?.unknown;
  if (answer === undefined) return undefined;
  if (typeof answer === 'number') return { min: answer, max: answer };
  if (typeof answer === 'string') return isKnown(answer) ? answer : undefined;
  return answer.every(isKnown) ? answer : undefined;
}

/** The same with not applicable in place of what is unknown and not waited for. */
export function withoutUnasked(
  book: RuleBook,
  answered: Facts,
  audience: Audience,
  truths: readonly Truth[],
): Facts {
  const unexpected = [...book.fields.keys()].filter(
    (id) => answered[id] === undefined && !isExpected(book, id, audience, truths),
  );
  return { ...answered, ...Object.fromEntries(unexpected.map((id) => [id, notApplicable])) };
}

/**
 * Whether an answer could still come: the field is not certainly left out, and, for a patient, it
 * is no finding, since nobody examines.
 * @param truths of the rules on what is asked, which read the answers as they were given
 */
export function isExpected(
  { fields, asks }: Pick<RuleBook, 'fields' | 'asks'>,
  id: string,
  audience: Audience,
  truths: readonly Truth[],
): boolean {
  const ask = asks.get(id);
  if (ask && truths[ask.place] === false) return false;
  const field = fields.get(id);
  return audience === 'clinician' || (field !== undefined && isQuestion(field));
}

/** A question of the self-check, not a finding of the examination. */
export function isQuestion(field: Question | Finding): field is Question {
  return 'why' in field;
}
