/**
 * The parts of a body as they come; the type does not say that a stream is async iterable. Whoever stops
 * reading leaves the rest there.
 */
export async function* partsOf(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    reader.releaseLock();
  }
}
