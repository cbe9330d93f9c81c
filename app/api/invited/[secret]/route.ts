import { readJson } from '@/app/api/documents/read-json';
import { answerFailure } from '@/app/api/intakes/answer-failure';
import { problem } from '@/app/api/intakes/problem';
import { clinicHouse } from '@/lib/clinic/clinic-house';
import { type ReceiveResult, receiveSelfCheck } from '@/lib/clinic/receive-self-check';
import { waitAfterFailedLookup } from '@/lib/intake/failed-lookups';
import { parseSubmission } from '@/lib/intake/submission';

/** Takes in what an invited patient sends: 201 the first time, 200 for a retry. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ secret: string }> },
): Promise<Response> {
  const body = await readJson(request);
  if (body instanceof Response) return body;
  const parsed = parseSubmission(body.value);
  if (!parsed.ok) return problem(422, 'The submission is not valid', parsed.faults);
  try {
    const { secret } = await params;
    const now = new Date();
    return await answer(
      await receiveSelfCheck(await clinicHouse(), secret, parsed.submission, now),
    );
  } catch (error) {
    return answerFailure(error);
  }
}

async function answer(result: ReceiveResult): Promise<Response> {
  switch (result.outcome) {
    case 'received':
      return Response.json(
        { receivedAt: result.receivedAt.toISOString() },
        { status: result.isNew ? 201 : 200, headers: { 'Cache-Control': 'no-store' } },
      );
    case 'invalid':
      return problem(422, 'The answers are not valid', result.faults);
    case 'conflict':
      return problem(409, 'The same submission key was used for other answers');
    case 'closed':
      await waitAfterFailedLookup();
      return problem(410, 'The invitation cannot be used');
  }
}
