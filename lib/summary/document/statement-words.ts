import type { Statement } from '../summary';
import type { Words } from '../words';

/** The answer in words, or which kind of unknown it is. */
export function answerWords({ answer, state }: Statement, { t }: Words): string {
  if (answer !== null) return answer;
  return t(state === 'not-sure' ? 'summary.states.notSure' : 'summary.states.unanswered');
}
