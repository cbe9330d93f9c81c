/** A line of text, numbered from 1. */
export interface Line {
  readonly number: number;
  /** null where it is longer than it may be. */
  readonly text: string | null;
}

/**
 * The lines of a stream of UTF-8, however its blocks fall; of one that is too long only the number is
 * kept.
 */
export async function* splitLines(
  stream: AsyncIterable<Uint8Array>,
  lengthMax: number,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let number = 1;
  let text: string | null = '';
  const append = (more: string) => {
    text = text === null || text.length + more.length > lengthMax ? null : text + more;
  };
  for await (const block of stream) {
    let rest = decoder.decode(block, { stream: true });
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      append(rest.slice(0, end));
      yield { number, text };
      number += 1;
      text = '';
      rest = rest.slice(end + 1);
    }
    append(rest);
  }
  if (text !== '') yield { number, text };
}
