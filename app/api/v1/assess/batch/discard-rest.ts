import { partsOf } from './parts-of';

/**
 * Reads what is left of a body after its answer, for nobody: a connection with a rest in it answers no
 * further request. What is longer than `bytesMax` is cut off, and the connection with it.
 */
export async function discardRest(
  body: ReadableStream<Uint8Array> | null,
  bytesMax: number,
): Promise<void> {
  let bytes = 0;
  try {
    for await (const part of partsOf(body)) {
      bytes += part.length;
      if (bytes > bytesMax) break;
    }
    await body?.cancel();
  } catch {
    // The caller has gone, and the rest with it.
  }
}
