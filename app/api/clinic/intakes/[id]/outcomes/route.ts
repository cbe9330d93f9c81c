import { problem } from '@/app/api/intakes/problem';
import { outcomeSchema, recordOutcome } from '@/lib/clinic/outcomes';
import { answerMissing, answerPrivately, handle } from '../../../handle';

/** Records how the patient is now, once for each `outcomeId`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return handle(request, 'examine', outcomeSchema, async ({ scope, body, house }) => {
    const result = await recordOutcome(house, scope, (await params).id, body, new Date());
    switch (result.outcome) {
      case 'recorded':
        return answerPrivately({ progress: result.progress, reopened: result.reopened });
      case 'invalid':
        return problem(422, 'The outcome is not valid', result.faults);
      case 'missing':
        return answerMissing();
      case 'not-signed':
        return problem(409, 'The intake is not signed');
    }
  });
}
