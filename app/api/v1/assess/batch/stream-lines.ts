import { setImmediate as nextTurn } from 'node:timers/promises';

/** After so many lines the other callers of this process have their turn. */
const linesInARow = 8;

/** The lines as a stream of UTF-8: each is made when the reader has room for it. */
export function streamLines(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let count = 0;
  return new ReadableStream({
    async pull(controller) {
      count += 1;
      if (count % linesInARow === 0) await nextTurn();
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
