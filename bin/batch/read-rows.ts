/** bytes of a chunk -> rows: what each record says, in the form that `validateInput` checks. */
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Field } from './csv-columns';
import { toInput } from './csv-columns';
import type { Chunk } from './cut-chunks';
import { type RecordSpan, recordBytesMax, splitRecords } from './split-records';

/** How to read the input; of CSV with what stands in its columns. */
export type InputForm =
  | { readonly format: 'ndjson' }
  | { readonly format: 'csv'; readonly columns: readonly Field[] };

export type Row = {
  /** The line on which it begins. */
  readonly line: number;
  /** Where it begins, in bytes from the beginning of the chunk. */
  readonly start: number;
} & Reading;

type Reading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** Every row of a chunk; a blank line is none. */
export function readRows({ bytes, start }: Chunk, form: InputForm): Row[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const spans = [...splitRecords(buffer, form.format, start.line, true)];
  const readings =
    form.format === 'csv' ? readCsv(buffer, spans, form.columns) : readNdjson(buffer, spans);
  const rows: Row[] = [];
  for (const [place, reading] of readings.entries()) {
    const span = spans[place];
    if (span && reading) rows.push({ line: span.line, start: span.start, ...reading });
  }
  return rows;
}

/** By span; null for a blank line. */
type Readings = readonly (Reading | null)[];

const tooLong = { ok: false, message: `longer than ${recordBytesMax} bytes` } as const;

function readNdjson(bytes: Buffer, spans: readonly RecordSpan[]): Readings {
  return spans.map(({ start, end }) => {
    if (end - start > recordBytesMax) return tooLong;
    const text = bytes.toString('utf8', start, end).trim();
    return text === '' ? null : readJson(text);
  });
}

function readJson(text: string): Reading {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: `no JSON: ${(error as SyntaxError).message}` };
  }
}

/** All at once, or, where there is a fault among them, one by one. */
function readCsv(bytes: Buffer, spans: readonly RecordSpan[], columns: readonly Field[]): Readings {
  const isSound = !spans.some(
    ({ start, end, isBroken }) => isBroken || end - start > recordBytesMax,
  );
  const records = isSound ? parseRecords(bytes) : null;
  if (records?.length === spans.length) return records.map((cells) => readCells(cells, columns));
  return spans.map((span) => readRecord(bytes, span, columns));
}

function readRecord(bytes: Buffer, span: RecordSpan, columns: readonly Field[]): Reading | null {
  const { start, end, isBroken } = span;
  if (end - start > recordBytesMax) return tooLong;
  if (isBroken) return { ok: false, message: 'no CSV: a quote that opens here does not close' };
  const record = bytes.subarray(start, end);
  const [cells] = parseRecords(record) ?? [];
  if (cells) return readCells(cells, columns);
  if (record.toString().trim() === '') return null;
  return { ok: false, message: 'no CSV: a quote stands where none may be' };
}

function readCells(cells: readonly string[], columns: readonly Field[]): Reading | null {
  // Spreadsheets write empty rows as nothing but commas.
  if (cells.every((cell) => cell.trim() === '')) return null;
  if (cells.length === columns.length) return { ok: true, value: toInput(cells, columns) };
  return { ok: false, message: `${cells.length} cells, and the header has ${columns.length}` };
}

/** The cells of each record; null where csv-parse finds a fault. */
export function parseRecords(bytes: Buffer): string[][] | null {
  try {
    return parse(bytes, {
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
