/** The way through the bytes of NDJSON and CSV: where each record begins and ends. */

export type InputFormat = 'ndjson' | 'csv';

export interface RecordSpan {
  /** Where it begins in the bytes. */
  readonly start: number;
  /** Past its line end. */
  readonly end: number;
  /** The line on which it begins. */
  readonly line: number;
  /** The line after it. */
  readonly nextLine: number;
  /** A quote opens on it that closes nowhere near: this is its first line, and it is no CSV. */
  readonly isBroken: boolean;
}

/** No intake comes near it, in bytes; what is longer is not one. */
export const recordBytesMax = 1024 * 1024;

const newline = 0x0a;
const quote = 0x22;
const comma = 0x2c;

/**
 * The records in these bytes, in order; the beginning of one whose end is not there is left out.
 * Where they end depends on nothing but the bytes from a record's beginning on, so that reading can
 * begin again at any record.
 * @param firstLine the number of the line that the bytes begin with
 * @param isLast whether nothing follows these bytes: then the last record needs no line end
 */
export function* splitRecords(
  bytes: Buffer,
  format: InputFormat,
  firstLine: number,
  isLast: boolean,
): Generator<RecordSpan> {
  let line = firstLine;
  let start = 0;
  let nextQuote = -1;
  while (start < bytes.length) {
    const lineEnd = endOfLine(bytes, start) ?? (isLast ? bytes.length : null);
    let end = lineEnd;
    let isBroken = false;
    if (format === 'csv') {
      if (nextQuote < start) nextQuote = indexOrEnd(bytes, quote, start);
      if (nextQuote < (lineEnd ?? bytes.length)) {
        end = findQuotedEnd(bytes, start, isLast);
        isBroken = end === notClosed;
        if (isBroken) end = lineEnd;
      }
    }
    if (end === null) return;
    const nextLine = line + (end === lineEnd ? 1 : countLines(bytes, start, end));
    yield { start, end, line, nextLine, isBroken };
    line = nextLine;
    start = end;
  }
}

function countLines(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  let place = endOfLine(bytes, start);
  while (place !== null && place <= end) {
    count += 1;
    place = endOfLine(bytes, place);
  }
  return count;
}

function endOfLine(bytes: Buffer, start: number): number | null {
  const place = bytes.indexOf(newline, start);
  return place < 0 ? null : place + 1;
}

function indexOrEnd(bytes: Buffer, byte: number, start: number): number {
  const place = bytes.indexOf(byte, start);
  return place < 0 ? bytes.length : place;
}

const notClosed = -1;

/** The end of a record of CSV with quotes in it; null where that takes more bytes. */
function findQuotedEnd(bytes: Buffer, start: number, isLast: boolean): number | null {
  const limit = Math.min(bytes.length, start + recordBytesMax);
  let isQuoted = false;
  let isCellStart = true;
  for (let place = start; place < limit; place += 1) {
    const byte = bytes[place];
    if (isQuoted) {
      if (byte !== quote) continue;
      if (bytes[place + 1] === quote) place += 1;
      else isQuoted = false;
    } else if (byte === newline) {
      return place + 1;
    } else if (byte === quote && isCellStart) {
      isQuoted = true;
    }
    isCellStart = byte === comma;
  }
  if (limit === start + recordBytesMax) return notClosed;
  if (!isLast) return null;
  return isQuoted ? notClosed : bytes.length;
}
