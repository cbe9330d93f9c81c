import { problem } from '@/app/api/intakes/problem';
import { toPageCalls } from '@/app/clinic/page-calls';
import { callSchema, listCalls, recordCall } from '@/lib/clinic/calls';
import { answerMissing, answerPrivately, handle } from '../../../handle';

/** Records a call to the patient, once for each `callId`, and answers with all calls so far. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return handle(request, 'call', callSchema, async ({ scope, body, house: { database } }) => {
    const { id } = await params;
    switch (await recordCall(database, scope, id, body, new Date())) {
      case 'recorded':
        return answerPrivately({ calls: toPageCalls(await listCalls(database, scope, id)) });
      case 'missing':
        return answerMissing();
      case 'closed':
        return problem(409, 'No call can be recorded for this intake');
      case 'unlikely-time':
        return problem(422, 'The call is not valid', [
          { field: 'at', message: 'before the intake came in, or still to come' },
        ]);
    }
  });
}
