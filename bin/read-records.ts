/** Records out of JSON (one value, or a list) or NDJSON, however long the stream. */

export type Record =
  | { readonly ok: true; readonly where: string; readonly value: unknown }
  | { readonly ok: false; readonly where: string; readonly message: string };

interface Line {
  readonly number: number;
  /** null where it is longer than a record may be. */
  readonly text: string | null;
}

/** No intake comes near it; what is longer is not one. */
export const lineLengthMax = 1024 * 1024;
/** A document of JSON is read whole. */
export const documentLengthMax = 256 * 1024 * 1024;

/**
 * Each record with its place: `line 3`, or `item 3` of a list. The first line decides: input that
 * begins with `[`, or whose first line begins an object and is no JSON by itself, is one document;
 * all else is NDJSON.
 */
export async function* readRecords(stream: AsyncIterable<Buffer | string>): AsyncGenerator<Record> {
  const lines = splitLines(stream);
  let isFirst = true;
  for await (const line of lines) {
    const text = line.text?.trim();
    if (text === '') continue;
    if (isFirst && text !== undefined && beginsDocument(text)) {
      yield* readDocument(line, lines);
      return;
    }
    isFirst = false;
    yield readLine(line);
  }
}

function beginsDocument(text: string): boolean {
  if (text.startsWith('[')) return true;
  return text.startsWith('{') && !text.endsWith('}');
}

function readLine({ number, text }: Line): Record {
  const where = `line ${number}`;
  if (text === null) {
    return { ok: false, where, message: `longer than ${lineLengthMax} characters` };
  }
  return parse(text, where);
}

async function* readDocument(first: Line, rest: AsyncGenerator<Line>): AsyncGenerator<Record> {
  const texts = [first.text ?? ''];
  for await (const { text, number } of rest) {
    if (text === null) {
      yield {
        ok: false,
        where: `line ${number}`,
        message: `longer than ${lineLengthMax} characters`,
      };
      return;
    }
    texts.push(text);
  }
  const document = parse(texts.join('\n'), `line ${first.number}`);
  if (document.ok && Array.isArray(document.value)) {
    for (const [place, value] of document.value.entries()) {
      yield { ok: true, where: `item ${place + 1}`, value };
    }
  } else {
    yield document;
  }
}

function parse(text: string, where: string): Record {
  try {
    return { ok: true, where, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, where, message: `no JSON: ${(error as SyntaxError).message}` };
  }
}

/** The lines of a stream, numbered from 1; of one that is too long only the number is kept. */
async function* splitLines(stream: AsyncIterable<Buffer | string>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let number = 1;
  let text: string | null = '';
  let limit = 0;
  for await (const chunk of stream) {
    let rest = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      text = append(text, rest.slice(0, end), limit || lineLengthMax);
      yield { number, text };
      number += 1;
      text = '';
      rest = rest.slice(end + 1);
    }
    // A list may be one long line: its first character tells.
    const begin = `${text}${rest}`.trimStart();
    if (limit === 0 && begin) limit = begin.startsWith('[') ? documentLengthMax : lineLengthMax;
    text = append(text, rest, limit || lineLengthMax);
  }
  if (text !== '') yield { number, text };
}

function append(text: string | null, more: string, limit: number): string | null {
  if (text === null || text.length + more.length > limit) return null;
  return text + more;
}
