import { setImmediate as nextTurn } from 'node:timers/promises';

/** After so many lines and their ends the other callers of this process have their turn. */
const partsInARow = 16;

interface Lines {
  readonly lines: AsyncGenerator<Uint8Array>;
  /** Once the last line is on its way. */
  readonly whenDone: () => Promise<void>;
  /** Once the reader has had enough. */
  readonly whenCancelled: () => Promise<void>;
}

/** The lines as a stream: each is made when the reader has room for it. */
export function streamLines({ lines, whenDone, whenCancelled }: Lines): ReadableStream<Uint8Array> {
  let count = 0;
  return new ReadableStream({
    async pull(controller) {
      count += 1;
      if (count % partsInARow === 0) await nextTurn();
      const { done, value } = await lines.next();
      if (!done) return controller.enqueue(value);
      controller.close();
      await whenDone();
    },
    async cancel() {
      await lines.return(undefined);
      await whenCancelled();
    },
  });
}
