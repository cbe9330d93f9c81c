import { isId } from '@/lib/clinic/open-clinic-intake';
import { enterInError, errorSchema } from '@/lib/clinic/sign-assessment';
import { answerMissing, handle } from '../../../handle';
import { answerSigned } from '../answer-signed';

/** Enters the intake in error, with the reason. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return handle(request, 'examine', errorSchema, async ({ scope, body, house }) => {
    const { id } = await params;
    if (!isId(id)) return answerMissing();
    return answerSigned(await enterInError(house, scope, id, body, new Date()));
  });
}
