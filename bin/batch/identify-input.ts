import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { z } from 'zod';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { CannotStart, reasonOf } from '../cannot-start';
import { columnsOf } from './csv-columns';
import type { Place } from './cut-chunks';
import { type InputForm, parseRecords } from './read-rows';
import { type InputFormat, recordBytesMax, splitRecords } from './split-records';

export const identitySchema = z.strictObject({
  path: z.string(),
  /** In bytes. */
  size: z.number(),
  /** When it was written last, in milliseconds since 1970. */
  writtenMs: z.number(),
  /** SHA-256 over its first MB, in hex. */
  headHash: z.string(),
});

/** What tells one input from another. */
export type InputIdentity = z.infer<typeof identitySchema>;

export interface IdentifiedInput {
  readonly identity: InputIdentity;
  readonly form: InputForm;
  /** Where the first row may begin. */
  readonly start: Place;
}

/**
 * What an input is and how to read it. Throws `CannotStart` on what is no file, or begins with
 * something that is neither NDJSON nor the header of a CSV.
 */
export async function identifyInput(base: KnowledgeBase, path: string): Promise<IdentifiedInput> {
  const file = await open(path).catch((error: unknown) => {
    throw new CannotStart(`${path}: ${reasonOf(error)}`);
  });
  try {
    const { size, mtimeMs: writtenMs } = await file.stat().then((stat) => {
      if (stat.isFile()) return stat;
      throw new CannotStart(`${path} is no file, and of nothing else a batch can be resumed.`);
    });
    const head = await readHead(file);
    const headHash = createHash('sha256').update(head).digest('hex');
    const identity = { path: resolve(path), size, writtenMs, headHash };
    return { identity, ...readForm(base, path, head, head.length === size) };
  } finally {
    await file.close();
  }
}

async function readHead(file: FileHandle): Promise<Buffer> {
  const head = Buffer.alloc(recordBytesMax);
  let length = 0;
  for (let more = 1; more > 0 && length < head.length; length += more) {
    more = (await file.read(head, length, head.length - length, length)).bytesRead;
  }
  return head.subarray(0, length);
}

function readForm(base: KnowledgeBase, path: string, head: Buffer, isWhole: boolean) {
  const offset = head.indexOf(byteOrderMark) === 0 ? byteOrderMark.length : 0;
  const start = { offset, line: 1 };
  const text = head.subarray(offset);
  if (formatOf(path, text) === 'csv') return readHeader(base, path, text, isWhole, start);
  if (firstCharacter(text) === '[') {
    throw new CannotStart(`${path} holds a list, and a batch reads NDJSON: one input a line.`);
  }
  return { form: { format: 'ndjson' as const }, start };
}

const byteOrderMark = Buffer.from('\uFEFF');

function formatOf(path: string, text: Buffer): InputFormat {
  const extension = extname(path).toLowerCase();
  if (extension === '.csv') return 'csv';
  if (['.ndjson', '.jsonl', '.json'].includes(extension)) return 'ndjson';
  return ['{', '[', ''].includes(firstCharacter(text)) ? 'ndjson' : 'csv';
}

function firstCharacter(text: Buffer): string {
  return text.toString().trimStart().slice(0, 1);
}

function readHeader(
  base: KnowledgeBase,
  path: string,
  text: Buffer,
  isWhole: boolean,
  start: Place,
) {
  for (const span of splitRecords(text, 'csv', start.line, isWhole)) {
    const record = text.subarray(span.start, span.end);
    if (record.toString().trim() === '') continue;
    const [cells] = parseRecords(record) ?? [];
    if (!cells) break;
    const read = columnsOf(base, cells);
    if (!read.ok) throw new CannotStart(`${path}: line ${span.line}: ${read.message}.`);
    return {
      form: { format: 'csv' as const, columns: read.columns },
      start: { offset: start.offset + span.end, line: span.nextLine },
    };
  }
  throw new CannotStart(`${path} begins with no header row.`);
}
