import { problem } from './problem';

/**
 * What a failure of ours is answered with. The log gets the kind of error and no more: a
 * database's message may quote what somebody answered.
 */
export function answerFailure(error: unknown): Response {
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  console.error(`intake-failed ${name} ${code}`.trimEnd());
  return problem(503, 'This did not work just now; trying again is safe');
}
