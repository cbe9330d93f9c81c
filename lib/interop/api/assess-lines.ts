/** NDJSON of inputs -> NDJSON of Assessments, line by line. */
import { splitLines } from '../split-lines';
import type { Answered } from './answer-text';
import type { PointedFault } from './parse-assess-request';

/** No intake comes near it, in characters. */
const lineLengthMax = 64 * 1024;

/** What one batch may hold, blank lines too: whoever has more begins another, and has points taken for it. */
export const batchLinesMax = 10_000;
export const batchMegabytesMax = 64;

const messages = {
  'no-json': 'no JSON',
  unavailable: 'not assessed just now; trying again is safe',
} as const;

const lineEnd = Buffer.from('\n');

/**
 * In UTF-8, one line for each line that is not blank, in their order: its Assessment, or `{"line", "errors"}`.
 * Reads no further than what is asked of it. Where the batch holds more than it may, the last line is a
 * problem with the number of the first line that was not assessed.
 */
export async function* assessLines(
  answer: (text: string) => Promise<Answered>,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const { beginning, isCut } = cutOff(stream, batchMegabytesMax * 1_000_000);
  let next = 1;
  for await (const { number, text } of splitLines(beginning, lineLengthMax)) {
    // What was cut off may end in half a line.
    if (number > batchLinesMax || isCut()) {
      yield stopAt(number);
      return;
    }
    next = number + 1;
    if (text?.trim() === '') continue;
    yield await assessLine(answer, text, number);
    yield lineEnd;
  }
  if (isCut()) yield stopAt(next);
}

/** The stream as far as whole blocks of it fit, and, once that was read, whether there was more. */
function cutOff(stream: AsyncIterable<Uint8Array>, bytesMax: number) {
  let isCut = false;
  async function* beginning() {
    let bytes = 0;
    for await (const block of stream) {
      bytes += block.length;
      isCut = bytes > bytesMax;
      if (isCut) return;
      yield block;
    }
  }
  return { beginning: beginning(), isCut: () => isCut };
}

/** Problem details, as a request that is too long would get them. */
function stopAt(line: number): Uint8Array {
  const title = `A batch holds ${batchLinesMax} lines and ${batchMegabytesMax} MB at most: go on with this line in another one`;
  return Buffer.from(
    `${JSON.stringify({ type: 'about:blank', title, status: 413, errors: [], line })}\n`,
  );
}

async function assessLine(
  answer: (text: string) => Promise<Answered>,
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
