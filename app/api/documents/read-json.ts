import { isForeign } from '../intakes/is-foreign';
import { problem } from '../intakes/problem';
import { readBody } from '../intakes/read-body';

/** The JSON that a page of ours sent, or why there is none. */
export async function readJson(request: Request): Promise<{ readonly value: unknown } | Response> {
  if (isForeign(request)) return problem(403, 'Another site sent this');
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return problem(415, 'The body is not application/json');
  }
  const body = await readBody(request);
  if (body === null) return problem(413, 'The body is longer than 64 kB');
  try {
    return { value: JSON.parse(body) };
  } catch {
    return problem(400, 'The body is no JSON');
  }
}
