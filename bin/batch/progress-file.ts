/** How far a batch has come, so that it goes on after a crash where it was. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { CannotStart } from '../cannot-start';
import { countsSchema } from './counts';
import { identitySchema } from './identify-input';
import { writeDurably } from './write-durably';

/** What has to be the same for a batch to go on. */
const runSchema = z.strictObject({
  input: identitySchema,
  /** SHA-256 over the content of `rules/`, in hex. */
  knowledgeBase: z.string(),
  inputFormat: z.enum(['ndjson', 'csv']),
  outputForm: z.enum(['excerpt', 'full', 'csv']),
  /** The clock, in ISO 8601. */
  at: z.string(),
});
export type BatchRun = z.infer<typeof runSchema>;

const progressSchema = z.strictObject({
  version: z.literal(1),
  run: runSchema,
  /** Where the next row begins, in the input: bytes from its beginning, and the line. */
  next: z.strictObject({ offset: z.number(), line: z.number() }),
  /** Bytes of the output, and of the file of errors, that hold the rows before it. */
  outputLength: z.number(),
  errorsLength: z.number(),
  counts: countsSchema,
  /** How long it has run. */
  seconds: z.number(),
});
export type Progress = z.infer<typeof progressSchema>;

/** What a file of progress says; null where there is none. Throws `CannotStart` on another file. */
export function readProgress(path: string): Progress | null {
  if (!existsSync(path)) return null;
  try {
    return progressSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new CannotStart(`${path} cannot be read. --restart begins from the first row.`);
  }
}

/** Writes it so that after a crash there is the last one or this one. */
export async function writeProgress(path: string, progress: Progress): Promise<void> {
  await writeDurably(path, JSON.stringify(progress));
}

/** In words, what is not as it was: `the knowledge base (c0ffee, now decaf)`. */
export function differencesOf(before: BatchRun, now: BatchRun): string[] {
  const { input, ...settings } = now;
  const compared: readonly (readonly [string, string | number, string | number])[] = [
    ['the input file', before.input.path, input.path],
    ['the size of the input', before.input.size, input.size],
    ['the time the input was written', timeOf(before.input), timeOf(input)],
    ['the beginning of the input', before.input.headHash, input.headHash],
    ['the knowledge base', before.knowledgeBase, settings.knowledgeBase],
    ['the format of the input', before.inputFormat, settings.inputFormat],
    ['the form of the output', before.outputForm, settings.outputForm],
    ['--at', before.at, settings.at],
  ];
  return compared
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => `${name} (${shorten(was)}, now ${shorten(is)})`);
}

function timeOf({ writtenMs }: BatchRun['input']): string {
  return new Date(writtenMs).toISOString();
}

/** A hash is told by its beginning. */
function shorten(value: string | number): string {
  return /^[0-9a-f]{64}$/.test(String(value)) ? String(value).slice(0, 12) : String(value);
}
