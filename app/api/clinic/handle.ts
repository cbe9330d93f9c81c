import type { z } from 'zod';
import { readJson } from '@/app/api/documents/read-json';
import { answerFailure } from '@/app/api/intakes/answer-failure';
import { problem } from '@/app/api/intakes/problem';
import { scopeOfRequest } from '@/app/clinic/require-scope';
import { type ClinicHouse, clinicHouse } from '@/lib/clinic/clinic-house';
import type { Permission } from '@/lib/clinic/roles';
import type { Scope } from '@/lib/clinic/scope';
import { parseRequest } from '@/lib/summary/document/document-request';

export interface Asked<Body> {
  readonly scope: Scope;
  readonly body: Body;
  readonly house: ClinicHouse;
}

/**
 * Answers what a member's page sends: whoever is not signed in, may not do it, or sends something
 * else than the schema says, is told so, by field; a failure of ours says no more than that.
 */
export async function handle<Body>(
  request: Request,
  permission: Permission,
  schema: z.ZodType<Body>,
  work: (asked: Asked<Body>) => Promise<Response>,
): Promise<Response> {
  try {
    const scope = await scopeOfRequest(request, permission);
    if (scope instanceof Response) return scope;
    const sent = await readJson(request);
    if (sent instanceof Response) return sent;
    const parsed = parseRequest(schema, sent.value);
    if (!parsed.ok) return problem(422, 'The request is not valid', parsed.faults);
    return await work({ scope, body: parsed.request, house: await clinicHouse() });
  } catch (error) {
    return answerFailure(error);
  }
}

/** What nobody else may see, and nothing on the way keeps. */
export function answerPrivately(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}

/** Of an intake that the clinic does not have: as for one that nobody has. */
export function answerMissing(): Response {
  return problem(404, 'There is no such intake');
}
