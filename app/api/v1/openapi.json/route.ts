import { openApiDocument } from '@/lib/interop/api/openapi';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { apiSettings } from '@/lib/settings/api-settings';
import { problem } from '../problem';
import { refuseMethod } from '../refuse-method';

export const dynamic = 'force-dynamic';

/** The API in OpenAPI 3.1. It tells nothing that is secret, and needs no key. */
export function GET(): Response {
  if (apiSettings().mode === 'off') return problem(404, 'The API of this server is off');
  return Response.json(openApiDocument(knowledgeBase()));
}

const refuse = refuseMethod('GET');

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
