import type { Answer } from '@/lib/triage/answers';
import { dropUnasked, type Questionnaire, questionsToAsk } from '@/lib/triage/self-check';
import type { SelfCheck } from './use-self-check';

type Given = Pick<SelfCheck, 'answers' | 'unsure'>;

/**
 * The answers with this one, without those to questions that nobody would ask any more.
 * @param answer null for "not sure", which leaves the question unanswered
 */
export async function recordAnswer(
  base: Questionnaire,
  { answers, unsure }: Given,
  question: string,
  answer: Answer | null,
): Promise<Given> {
  const { [question]: _before, ...others } = answers;
  const kept = await dropUnasked(
    base,
    answer === null ? others : { ...answers, [question]: answer },
  );
  const asked = await questionsToAsk(base, kept);
  const isUnsure = (id: string) => (id === question ? answer === null : unsure.includes(id));
  return { answers: kept, unsure: asked.map(({ id }) => id).filter(isUnsure) };
}
