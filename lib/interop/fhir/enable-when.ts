import type { QuestionnaireItem, QuestionnaireItemEnableWhen } from 'fhir/r4';
import type { Finding, KnowledgeBase, Question } from '../../triage/knowledge-base';
import type { Comparison, When } from '../../triage/schema';
import { systemOf } from './canonical';

type Enabling = Pick<QuestionnaireItem, 'enableWhen' | 'enableBehavior'>;

/**
 * When a question is shown: as in the self-check, unless it is certainly not asked. What is unknown
 * shows it too. Each option that shows it is named, because FHIR leaves open what `!=` means for a
 * question without an answer. Throws on a rule that a flat list of `any` cannot say.
 */
export function toEnableWhen(base: KnowledgeBase, when: When | undefined): Enabling {
  if (when === undefined) return {};
  const comparisons = 'any' in when ? when.any : [when];
  const enableWhen = comparisons.flatMap((one) => {
    if (!('fact' in one)) throw notCovered(one);
    return notCertainlyFalse(fieldOf(base, one), one);
  });
  return { enableWhen, enableBehavior: 'any' };
}

function notCertainlyFalse(
  { id, options = [] }: Question | Finding,
  comparison: Comparison,
): QuestionnaireItemEnableWhen[] {
  const unanswered = { question: id, operator: 'exists' as const, answerBoolean: false };
  const is = (chosen: readonly string[]) =>
    chosen.map((code) => ({
      question: id,
      operator: '=' as const,
      answerCoding: { system: systemOf(id), code },
    }));
  const unknown = options.flatMap(({ unknown, value }) => (unknown ? [value] : []));
  const { operator, value } = comparison;
  switch (operator) {
    case 'in':
    case 'includesAny':
      return [unanswered, ...is([...value, ...unknown])];
    case 'isNoneOf':
      return [
        unanswered,
        ...is(options.flatMap((option) => (value.includes(option.value) ? [] : [option.value]))),
      ];
    case 'lessThan':
      return [unanswered, { question: id, operator: '<', answerDecimal: value }];
    case 'lessThanInclusive':
      return [unanswered, { question: id, operator: '<=', answerDecimal: value }];
    case 'greaterThan':
      return [unanswered, { question: id, operator: '>', answerDecimal: value }];
    case 'greaterThanInclusive':
      return [unanswered, { question: id, operator: '>=', answerDecimal: value }];
    case 'includesNone':
      throw notCovered(comparison);
  }
}

function fieldOf({ questions, findings }: KnowledgeBase, { fact }: Comparison) {
  const field = [...questions, ...findings].find(({ id }) => id === fact);
  if (!field) throw new Error(`enable-when-unknown-field: ${fact}`);
  return field;
}

function notCovered(when: When): Error {
  return new Error(`enable-when-not-covered: ${JSON.stringify(when).slice(0, 120)}`);
}
