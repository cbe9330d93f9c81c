import type { Answer } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { dropUnasked, questionsToAsk } from '@/lib/triage/self-check';
import type { SelfCheck } from './use-self-check';

type Given = Pick<SelfCheck, 'answers' | 'unsure' | 'asked'>;

/**
 * The answers with this one, without those to questions that nobody would ask any more.
 * @param answer null for "not sure", which leaves the question unanswered
 */
export function recordAnswer(
  base: KnowledgeBase,
  { answers, unsure, asked }: Given,
  question: string,
  answer: Answer | null,
): Given {
  const { [question]: _before, ...others } = answers;
  const kept = dropUnasked(base, answer === null ? others : { ...answers, [question]: answer });
  const toAsk = questionsToAsk(base, kept).map(({ id }) => id);
  const isUnsure = (id: string) => (id === question ? answer === null : unsure.includes(id));
  const inOrder = asked.includes(question) ? asked : [...asked, question];
  return {
    answers: kept,
    unsure: toAsk.filter(isUnsure),
    asked: inOrder.filter((id) => toAsk.includes(id)),
  };
}
