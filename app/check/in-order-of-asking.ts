import type { Question } from '@/lib/triage/knowledge-base';
import type { SelfCheck } from './use-self-check';

/** The questions that have been asked, in the order in which they were; answers of unknown order first. */
export function inOrderOfAsking(
  toAsk: readonly Question[],
  { answers, unsure, asked }: SelfCheck,
): Question[] {
  const given = toAsk.map(({ id }) => id).filter((id) => id in answers || unsure.includes(id));
  const order = [...given.filter((id) => !asked.includes(id)), ...asked];
  return order.flatMap((id) => toAsk.filter((question) => question.id === id));
}
