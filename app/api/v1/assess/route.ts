import { encodeAssessment } from '@/lib/interop/api/encode-assessment';
import { parseAssessRequest } from '@/lib/interop/api/parse-assess-request';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { admit } from '../admit';
import { problem } from '../problem';
import { readJson } from '../read-json';
import { refuseMethod } from '../refuse-method';
import { serverAssess } from '../server-assess';

/**
 * One input to one Assessment. Nothing is stored, and the same input with the same `assessedAt` gives
 * the same bytes: a repeated request is safe, with or without an `Idempotency-Key`.
 */
export async function POST(request: Request): Promise<Response> {
  const refusal = await admit(request, 'assess');
  if (refusal) return refusal;
  const read = await readJson(request);
  if (!read.ok) return read.response;
  const parsed = parseAssessRequest(knowledgeBase(), read.value);
  if (!parsed.ok) return problem(422, 'The input is not valid', parsed.faults);
  const assessment = await serverAssess()(parsed.input, parsed.assessedAt ?? new Date());
  return new Response(encodeAssessment(assessment), {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });
}

const refuse = refuseMethod('POST');

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
