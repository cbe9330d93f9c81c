import { problem } from '@/app/api/intakes/problem';
import { readScope } from '@/app/clinic/require-scope';
import { watchWorklist } from '@/lib/clinic/worklist-events';

/** Keeps proxies from closing a quiet stream, and notices who has signed out. */
const heartbeatMs = 25_000;

/**
 * Says `worklist` whenever the clinic's list may have changed, and nothing about what. It ends with
 * the session, and keeps none alive.
 */
export async function GET(request: Request): Promise<Response> {
  const scope = await readScope(request.headers, true);
  if (!scope) return problem(401, 'Nobody is signed in');
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      const say = (text: string) => {
        if (!isOver) controller.enqueue(encoder.encode(text));
      };
      const unwatch = watchWorklist(scope.clinicId, () => say('event: worklist\ndata: \n\n'));
      const beat = setInterval(() => void stillThere(), heartbeatMs);
      stop = () => {
        isOver = true;
        clearInterval(beat);
        unwatch();
      };
      say('retry: 3000\n\n');

      async function stillThere() {
        const found = await readScope(request.headers, true).catch(() => null);
        if (isOver) return;
        if (found?.clinicId === scope?.clinicId) return say(': here\n\n');
        stop();
        controller.close();
      }
    },
    cancel: () => stop(),
  });
  request.signal.addEventListener('abort', () => stop());
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    },
  });
}
