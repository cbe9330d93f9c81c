import { problem } from '@/app/api/intakes/problem';
import { isId } from '@/lib/clinic/open-clinic-intake';
import { amendSchema, beginAmendment } from '@/lib/clinic/sign-assessment';
import { answerMissing, answerPrivately, handle } from '../../../handle';

/** Opens a signed intake to be amended. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return handle(request, 'examine', amendSchema, async ({ scope, body, house }) => {
    const { id } = await params;
    if (!isId(id)) return answerMissing();
    switch (await beginAmendment(house, scope, id, body, new Date())) {
      case 'begun':
        return answerPrivately({});
      case 'missing':
        return answerMissing();
      case 'not-signed':
        return problem(409, 'The intake is not signed');
    }
  });
}
