/** The answers to every question fill less than a tenth of it. */
const submissionBytesMax = 64 * 1024;

/** The text of the body; null, without reading on, where it is larger than it may be. */
export async function readBody(
  { body }: Request,
  bytesMax = submissionBytesMax,
): Promise<string | null> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  // The type does not say that a stream is async iterable; Node's is.
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > bytesMax) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
