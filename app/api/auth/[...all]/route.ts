import { isForeign } from '@/app/api/intakes/is-foreign';
import { problem } from '@/app/api/intakes/problem';
import { readScope } from '@/app/clinic/require-scope';
import { authOf } from '@/lib/clinic/auth';

/** What a browser asks better-auth itself, such as for a passkey. A session that was idle is over first. */
async function answer(request: Request): Promise<Response> {
  if (request.method !== 'GET' && isForeign(request)) {
    return problem(403, 'Another site sent this');
  }
  await readScope(request.headers);
  return (await authOf()).handler(request);
}

export { answer as GET, answer as POST };
