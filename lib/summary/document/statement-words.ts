import type { Statement } from '../summary';
import type { Words } from '../words';
import { plain, quiet, type Run } from './document';

/** The answer in words, or which kind of unknown it is. */
export function answerWords({ answer, state }: Statement, { t }: Words): string {
  if (answer !== null) return answer;
  return t(state === 'not-sure' ? 'summary.states.notSure' : 'summary.states.unanswered');
}

/** A question and its answer in one line; what is unknown says so. */
export function stated(statement: Statement, words: Words): Run[] {
  return [quiet(`${statement.label}: `), plain(answerWords(statement, words))];
}
