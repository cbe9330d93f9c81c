import { isId } from '@/lib/clinic/open-clinic-intake';
import { signAssessment, signSchema } from '@/lib/clinic/sign-assessment';
import { answerMissing, handle } from '../../../handle';
import { answerSigned } from '../answer-signed';

/** Signs the revision that the member saw. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return handle(request, 'examine', signSchema, async ({ scope, body, house }) => {
    const { id } = await params;
    if (!isId(id)) return answerMissing();
    return answerSigned(await signAssessment(house, scope, id, body, new Date()));
  });
}
