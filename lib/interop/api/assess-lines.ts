/** NDJSON of inputs -> NDJSON of Assessments, line by line. */
import { splitLines } from '../split-lines';
import type { Answered } from './answer-text';
import type { PointedFault } from './parse-assess-request';

/** No intake comes near it, in characters. */
const lineLengthMax = 64 * 1024;

const messages = {
  'no-json': 'no JSON',
  unavailable: 'not assessed just now; trying again is safe',
} as const;

const lineEnd = Buffer.from('\n');

/**
 * In UTF-8, one line for each line that is not blank, in their order: its Assessment, or `{"line", "errors"}`.
 * Reads no further than what is asked of it.
 */
export async function* assessLines(
  answer: (text: string) => Promise<Answered>,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const { number, text } of splitLines(stream, lineLengthMax)) {
    if (text?.trim() === '') continue;
    yield await assessLine(answer, text, number);
    yield lineEnd;
  }
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
