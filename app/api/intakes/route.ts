import { intakeHouse } from '@/lib/intake/intake-house';
import { parseSubmission } from '@/lib/intake/submission';
import { type SubmitResult, submitIntake } from '@/lib/intake/submit-intake';
import { answerFailure } from './answer-failure';
import { isForeign } from './is-foreign';
import { problem } from './problem';
import { readBody } from './read-body';

/** Stores what somebody shares: 201 the first time, 200 for a retry, with the same reference. */
export async function POST(request: Request): Promise<Response> {
  if (isForeign(request)) return problem(403, 'Another site sent this');
  if (!isJson(request)) return problem(415, 'The body is not application/json');
  const body = await readBody(request);
  if (body === null) return problem(413, 'The body is longer than 64 kB');
  const value = parseJson(body);
  if (value === undefined) return problem(400, 'The body is no JSON');
  const parsed = parseSubmission(value);
  if (!parsed.ok) return problem(422, 'The submission is not valid', parsed.faults);
  try {
    return answer(await submitIntake(await intakeHouse(), parsed.submission, new Date()));
  } catch (error) {
    return answerFailure(error);
  }
}

function answer(result: SubmitResult): Response {
  switch (result.outcome) {
    case 'stored': {
      const { isNew, reference, expiresAt } = result;
      return Response.json(
        { reference, expiresAt: expiresAt.toISOString() },
        { status: isNew ? 201 : 200, headers: { 'Cache-Control': 'no-store' } },
      );
    }
    case 'invalid':
      return problem(422, 'The answers are not valid', result.faults);
    case 'conflict':
      return problem(409, 'The same submission key was used for other answers', [
        { field: 'submissionKey', message: 'stands for other answers; new answers need a new key' },
      ]);
    case 'gone':
      return problem(410, 'What was shared under this submission key is deleted', [
        { field: 'submissionKey', message: 'is used up; sharing again needs a new key' },
      ]);
  }
}

function isJson({ headers }: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
