import { assessLines, batchMegabytesMax } from '@/lib/interop/api/assess-lines';
import { admitMany } from '../../admit';
import { problem } from '../../problem';
import { hasMediaType } from '../../read-json';
import { refuseMethod } from '../../refuse-method';
import { serverAnswer } from '../../server-assess';
import { discardRest } from './discard-rest';
import { partsOf } from './parts-of';
import { streamLines } from './stream-lines';

/**
 * NDJSON in, NDJSON out, while it is still coming in; no more is read than the caller takes. A line
 * with a fault is answered by `{"line", "errors"}`, and the others go through; where there are too many
 * lines, in one batch or for what is left of the minute's allowance, the last one says with which to go on.
 */
export async function POST(request: Request): Promise<Response> {
  const admitted = await admitMany(request, 'assess');
  if (admitted instanceof Response) return admitted;
  if (!hasMediaType(request, 'application/x-ndjson')) {
    const accepted = { Accept: 'application/x-ndjson' };
    return problem(415, 'The body is not application/x-ndjson', [], accepted);
  }
  const at = new Date();
  const { body } = request;
  const answers = streamLines({
    lines: assessLines({
      answer: (text) => serverAnswer({ text, at }),
      stream: partsOf(body),
      takePoint: admitted,
    }),
    whenDone: () => discardRest(body, batchMegabytesMax * 1_000_000),
    whenCancelled: async () => body?.cancel(),
  });
  return new Response(answers, {
    headers: { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' },
  });
}

const refuse = refuseMethod('POST');

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
