import { setImmediate as nextTurn } from 'node:timers/promises';

/** After so many lines and their ends the other callers of this process have their turn. */
const partsInARow = 16;

/** The lines as a stream: each is made when the reader has room for it. */
export function streamLines(lines: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  let count = 0;
  return new ReadableStream({
    async pull(controller) {
      count += 1;
      if (count % partsInARow === 0) await nextTurn();
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
