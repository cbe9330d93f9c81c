/** NDJSON of inputs -> NDJSON of Assessments, line by line. */
import type { KnowledgeBase } from '../../triage/knowledge-base';
import type { AssessAt } from '../../triage/rejudging-assess';
import { splitLines } from '../split-lines';
import { encodeAssessment } from './encode-assessment';
import { type PointedFault, parseAssessRequest } from './parse-assess-request';

/** No intake comes near it, in characters. */
const lineLengthMax = 64 * 1024;

const lineEnd = Buffer.from('\n');

/**
 * In UTF-8, one line for each line that is not blank, in their order: its Assessment, or `{"line", "errors"}`.
 * Reads no further than what is asked of it.
 * @param at the clock of those lines that bring none
 */
export async function* assessLines(
  base: KnowledgeBase,
  assess: AssessAt,
  stream: AsyncIterable<Uint8Array>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  for await (const { number, text } of splitLines(stream, lineLengthMax)) {
    if (text?.trim() === '') continue;
    yield await assessLine(base, assess, text, number, at);
    yield lineEnd;
  }
}

async function assessLine(
  base: KnowledgeBase,
  assess: AssessAt,
  text: string | null,
  line: number,
  at: Date,
): Promise<Uint8Array> {
  const failed = (errors: readonly PointedFault[]) => Buffer.from(JSON.stringify({ line, errors }));
  if (text === null) {
    return failed([{ pointer: '', message: `longer than ${lineLengthMax} characters` }]);
  }
  const value = parseJson(text);
  if (value === undefined) return failed([{ pointer: '', message: 'no JSON' }]);
  const parsed = parseAssessRequest(base, value);
  if (!parsed.ok) return failed(parsed.faults);
  return encodeAssessment(await assess(parsed.input, parsed.assessedAt ?? at));
}

/** undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
