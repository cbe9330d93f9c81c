import { describeKnowledge } from '@/lib/interop/api/describe-knowledge';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { admit } from '../admit';
import { refuseMethod } from '../refuse-method';

/** What this server asks and what it may answer; 304 where the caller has it already. */
export async function GET(request: Request): Promise<Response> {
  const refusal = await admit(request, 'knowledge');
  if (refusal) return refusal;
  const base = knowledgeBase();
  const tag = `"${base.hash}"`;
  const headers = { ETag: tag, 'Cache-Control': 'private, no-cache' };
  if (request.headers.get('if-none-match') === tag) {
    return new Response(null, { status: 304, headers });
  }
  return Response.json(describeKnowledge(base), { headers });
}

const refuse = refuseMethod('GET');

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
