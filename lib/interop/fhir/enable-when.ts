import type { QuestionnaireItem, QuestionnaireItemEnableWhen } from 'fhir/r4';
import type { Finding, KnowledgeBase, Question } from '../../triage/knowledge-base';
import type { Comparison, When } from '../../triage/schema';
import { systemOf } from './canonical';

type Enabling = Pick<QuestionnaireItem, 'enableWhen' | 'enableBehavior'>;

/**
 * When a question is shown: as in the self-check, unless it is certainly not asked. What is unknown
 * shows it too. Each option that shows it is named, because FHIR leaves open what `!=` means for a
 * question without an answer. Several conditions, each of which must hold, belong to the groups
 * around the question, from the outermost in, and the last to itself: one item cannot say both "all"
 * and "any". Throws on a rule that this cannot say.
 */
export function enablingsOf(base: KnowledgeBase, { askWhen }: Question | Finding): Enabling[] {
  return conditionsOf(askWhen).map((when) => {
    const enableWhen = ('any' in when ? when.any : [when]).flatMap((one) => {
      if (!('fact' in one)) throw notCovered(one);
      return notCertainlyFalse(fieldOf(base, one), one);
    });
    return { enableWhen, enableBehavior: 'any' };
  });
}

/** The ids of the groups around a question, from the outermost in. */
export function groupsAround({ id, askWhen }: Question | Finding): string[] {
  return conditionsOf(askWhen)
    .slice(1)
    .map((_, place) => `${id}-group-${place + 1}`);
}

function conditionsOf(when: When | undefined): readonly When[] {
  if (when === undefined) return [];
  return 'all' in when ? when.all : [when];
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
