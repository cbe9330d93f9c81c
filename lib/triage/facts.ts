/** answers -> facts: typed, and with the unknown kept apart from what is certainly not asked. */
import type { Answer, Answers, Input } from './answers';
import { evaluateRules, type Facts, verdictOn } from './engine';
import {
  askRules,
  type Finding,
  type KnowledgeBase,
  type Question,
  ruleId,
} from './knowledge-base';
import { type FactValue, notApplicable } from './operators';

type Fields = Pick<KnowledgeBase, 'questions' | 'findings'>;

/**
 * The facts of every question and finding. An answer that is there counts, asked or not; for a
 * patient nobody waits for the findings of an examination.
 */
export async function deriveFacts(base: Fields, { audience, answers }: Input): Promise<Facts> {
  const answered = toFacts(base, answers);
  const verdicts = await evaluateRules(askRules(base), answered);
  const isAsked = ({ id, askWhen }: Question | Finding) =>
    !askWhen || verdictOn(verdicts, ruleId.ask(id)).truth !== false;
  const isExpected = (field: Question | Finding) =>
    isAsked(field) &&
    (audience === 'clinician' || base.questions.some(({ id }) => id === field.id));

  const unexpected = [...base.questions, ...base.findings].filter(
    (field) => answered[field.id] === undefined && !isExpected(field),
  );
  return { ...answered, ...Object.fromEntries(unexpected.map(({ id }) => [id, notApplicable])) };
}

/** What was answered, by question or finding; the rest is undefined, which is the unknown. */
export function toFacts({ questions, findings }: Fields, answers: Answers): Facts {
  return Object.fromEntries(
    [...questions, ...findings].map((field) => [field.id, toFact(field, answers[field.id])]),
  );
}

/** "Not sure" and "not done" are options, and unknown all the same. */
function toFact({ options = [] }: Question | Finding, answer: Answer | undefined): FactValue {
  const isKnown = (value: string) => !options.find((option) => option.value === value)?.unknown;
  if (answer === undefined) return undefined;
  if (typeof answer === 'number') return { min: answer, max: answer };
  if (typeof answer === 'string') return isKnown(answer) ? answer : undefined;
  return answer.every(isKnown) ? answer : undefined;
}
