import { answerSchema } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { SelfCheck } from './use-self-check';

/** The answers that the questions of today still offer; the same object if all do. */
export function fitAnswers(
  { questions }: Pick<KnowledgeBase, 'questions'>,
  answers: SelfCheck['answers'],
): SelfCheck['answers'] {
  const fitting = Object.entries(answers).filter(([id, answer]) => {
    const question = questions.find((one) => one.id === id);
    return question !== undefined && answerSchema(question).safeParse(answer).success;
  });
  return fitting.length === Object.keys(answers).length ? answers : Object.fromEntries(fitting);
}
