import { admit } from '../admit';
import { notAssessed, problem } from '../problem';
import { noJson, readJsonText } from '../read-json';
import { refuseMethod } from '../refuse-method';
import { serverAnswer } from '../server-assess';

/**
 * One input to one Assessment. Nothing is stored, and the same input with the same `assessedAt` gives
 * the same bytes: a repeated request is safe, with or without an `Idempotency-Key`.
 */
export async function POST(request: Request): Promise<Response> {
  const refusal = await admit(request, 'assess');
  if (refusal) return refusal;
  const read = await readJsonText(request);
  if (!read.ok) return read.response;
  const answered = await serverAnswer({ text: read.value, at: new Date() });
  if (answered.ok) {
    return new Response(streamOf(answered.bytes), {
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    });
  }
  if (answered.reason === 'no-json') return noJson();
  if (answered.reason === 'unavailable') return notAssessed();
  return problem(422, 'The input is not valid', answered.faults);
}

/** Given as bytes, all of them would be copied once more. */
function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

const refuse = refuseMethod('POST');

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
