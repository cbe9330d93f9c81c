/** NDJSON of inputs -> NDJSON of Assessments, line by line. */
import { splitLines } from '../split-lines';
import type { Answered } from './answer-text';
import type { PointedFault } from './parse-assess-request';

/** No intake comes near it, in characters. */
const lineLengthMax = 64 * 1024;

/** What one batch may hold, blank lines too: whoever has more begins another. */
export const batchLinesMax = 10_000;
export const batchMegabytesMax = 64;

/** What one point pays for, whichever ends first; blank lines are free. The first is paid at the door. */
export const linesPerPoint = 10;
export const kilobytesPerPoint = 128;

const messages = {
  'no-json': 'no JSON',
  unavailable: 'not assessed just now; trying again is safe',
} as const;

const lineEnd = Buffer.from('\n');

/** Why a batch is read no further: it holds too much, or the caller's allowance is used up. */
type Stop =
  | { readonly why: 'too-much' }
  | { readonly why: 'used-up'; readonly waitSeconds: number };

interface Batch {
  readonly answer: (text: string) => Promise<Answered>;
  readonly stream: AsyncIterable<Uint8Array>;
  /** Takes one more point of the caller's allowance: null, or the seconds until there is one. */
  readonly takePoint: () => Promise<number | null>;
}

/**
 * In UTF-8, one line for each line that is not blank, in their order: its Assessment, or `{"line", "errors"}`.
 * Reads no further than what is asked of it, and takes the points for what it reads before it answers it.
 * Where the batch holds more than it may, or than the allowance, the last line is a problem with the
 * number of the first line that was not assessed.
 */
export async function* assessLines({
  answer,
  stream,
  takePoint,
}: Batch): AsyncGenerator<Uint8Array> {
  const meter = openMeter(takePoint);
  let next = 1;
  let answered = 0;
  for await (const { number, text } of splitLines(readPaid(stream, meter), lineLengthMax)) {
    const isBlank = text?.trim() === '';
    if (number > batchLinesMax) meter.stop({ why: 'too-much' });
    if (!isBlank) await meter.payFor((answered + 1) / linesPerPoint);
    // Where it was stopped amid a block, what there is may be half a line.
    const stop = meter.stopped();
    if (stop) {
      yield stopAt(number, stop);
      return;
    }
    next = number + 1;
    if (isBlank) continue;
    answered += 1;
    yield await assessLine(answer, text, number);
    yield lineEnd;
  }
  const stop = meter.stopped();
  if (stop) yield stopAt(next, stop);
}

/** What was paid so far; once it has stopped it takes nothing more. */
function openMeter(takePoint: Batch['takePoint']) {
  let paid = 1;
  let stopped: Stop | null = null;
  return {
    stopped: () => stopped,
    stop: (stop: Stop) => {
      stopped ??= stop;
    },
    payFor: async (points: number) => {
      while (paid < points && !stopped) {
        const waitSeconds = await takePoint();
        if (waitSeconds === null) paid += 1;
        else stopped = { why: 'used-up', waitSeconds };
      }
    },
  };
}

/** The stream as far as whole blocks of it fit and are paid for. */
async function* readPaid(stream: Batch['stream'], meter: ReturnType<typeof openMeter>) {
  let bytes = 0;
  for await (const block of stream) {
    bytes += block.length;
    if (bytes > batchMegabytesMax * 1_000_000) meter.stop({ why: 'too-much' });
    await meter.payFor(bytes / (kilobytesPerPoint * 1024));
    if (meter.stopped()) return;
    yield block;
  }
}

/** Problem details, as a request that is too long, or one too many, would get them. */
function stopAt(line: number, stop: Stop): Uint8Array {
  const problem = (status: number, title: string, more = {}) =>
    Buffer.from(
      `${JSON.stringify({ type: 'about:blank', title, status, errors: [], line, ...more })}\n`,
    );
  if (stop.why === 'too-much') {
    return problem(
      413,
      `A batch holds ${batchLinesMax} lines and ${batchMegabytesMax} MB at most: go on with this line in another one`,
    );
  }
  const { waitSeconds } = stop;
  return problem(
    429,
    `Too much in one minute: go on with this line in another batch in ${waitSeconds} s`,
    { retryAfterSeconds: waitSeconds },
  );
}

async function assessLine(
  answer: Batch['answer'],
  text: string | null,
  line: number,
): Promise<Uint8Array> {
  const failed = (errors: readonly PointedFault[]) => Buffer.from(JSON.stringify({ line, errors }));
  if (text === null) {
    return failed([{ pointer: '', message: `longer than ${lineLengthMax} characters` }]);
  }
  const answered = await answer(text);
  if (answered.ok) return answered.bytes;
  if (answered.reason === 'not-valid') return failed(answered.faults);
  return failed([{ pointer: '', message: messages[answered.reason] }]);
}
