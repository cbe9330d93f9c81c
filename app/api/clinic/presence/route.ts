import { scopeOfRequest } from '@/app/clinic/require-scope';
import { answerFailure } from '../../intakes/answer-failure';

/** Somebody acts on a page: their session is in use. Every role may invite. */
export async function POST(request: Request): Promise<Response> {
  try {
    const scope = await scopeOfRequest(request, 'invite');
    if (scope instanceof Response) return scope;
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    return answerFailure(error);
  }
}
