import { type InputFormat, type RecordSpan, recordBytesMax, splitRecords } from './split-records';

/** A place in the input at which a record begins. */
export interface Place {
  /** In bytes. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
}

/** Whole records that follow one another. */
export interface Chunk {
  readonly start: Place;
  /** Where the next chunk begins. */
  readonly next: Place;
  /** In memory of its own. Of a record that is too long only the beginning is there. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Cuts blocks of bytes, however they fall, between records. Holds no more than one long record. */
export async function* cutChunks(
  blocks: AsyncIterable<Buffer>,
  format: InputFormat,
  start: Place,
): AsyncGenerator<Chunk> {
  let place = start;
  let rest: Buffer = Buffer.alloc(0);
  /** Bytes of a line that is too long which are not in `rest`. */
  let passedOver = 0;
  for await (const block of blocks) {
    let more = block;
    if (passedOver > 0) {
      const lineEnd = block.indexOf('\n') + 1;
      passedOver += lineEnd || block.length;
      if (lineEnd === 0) continue;
      const next = { offset: place.offset + rest.length + passedOver, line: place.line + 1 };
      yield { start: place, next, bytes: copy(rest) };
      place = next;
      passedOver = 0;
      rest = Buffer.alloc(0);
      more = block.subarray(lineEnd);
    }
    rest = Buffer.concat([rest, more]);
    for (const chunk of cut(rest, format, place, false)) {
      rest = rest.subarray(chunk.bytes.length);
      place = chunk.next;
      yield chunk;
    }
    // Records of several lines are never so long: this is one line.
    if (rest.length > recordBytesMax) {
      passedOver = rest.length - recordBytesMax - 1;
      rest = rest.subarray(0, recordBytesMax + 1);
    }
  }
  if (passedOver > 0) {
    const next = { offset: place.offset + rest.length + passedOver, line: place.line + 1 };
    yield { start: place, next, bytes: copy(rest) };
  } else {
    yield* cut(rest, format, place, true);
  }
}

/** The chunks that these bytes make; one ends after every record that is broken. */
function* cut(bytes: Buffer, format: InputFormat, start: Place, isLast: boolean): Generator<Chunk> {
  let rest = bytes;
  let place = start;
  for (;;) {
    const last = lastWholeRecord(rest, format, place.line, isLast);
    if (!last) return;
    const next = { offset: place.offset + last.end, line: last.nextLine };
    yield { start: place, next, bytes: copy(rest.subarray(0, last.end)) };
    rest = rest.subarray(last.end);
    place = next;
  }
}

function lastWholeRecord(bytes: Buffer, format: InputFormat, line: number, isLast: boolean) {
  let last: RecordSpan | undefined;
  for (const span of splitRecords(bytes, format, line, isLast)) {
    last = span;
    // Read together with what follows it, it would end elsewhere.
    if (span.isBroken) break;
  }
  return last;
}

function copy(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
