/** A batch from its first row, or from where it was, to its last. */
import { createReadStream, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { CannotStart } from '../cannot-start';
import type { Difference } from './assess-chunk';
import { addCounts } from './counts';
import { cutChunks, type Place } from './cut-chunks';
import { type GrowingFile, openGrowing } from './growing-file';
import { type IdentifiedInput, identifyInput } from './identify-input';
import { inOrder } from './in-order';
import { keepProgress } from './keep-progress';
import { headerOf, type OutputForm } from './output-form';
import { type BatchOrder, type BatchPlan, planBatch } from './plan-batch';
import { type Progress, writeProgress } from './progress-file';
import { sideFilesOf } from './side-files';
import { type Summary, summarize } from './summary';
import type { StartPool, WorkerPool } from './worker-pool';
import { writeDurably } from './write-durably';

export interface Surroundings {
  readonly knowledgeBase: KnowledgeBase;
  readonly startPool: StartPool;
  /** Told after each chunk. */
  readonly watch: (progress: Progress, inputBytes: number) => void;
  /** Aborted: the batch stops after the chunk that it writes, and can go on later. */
  readonly signal: AbortSignal;
}

/** In bytes: some hundred rows, and, where each becomes 115 KB, some dozen. */
const chunkBytes: Readonly<Record<OutputForm, number>> = {
  excerpt: 128 * 1024,
  csv: 128 * 1024,
  full: 16 * 1024,
};

/**
 * Assesses every row of the input; the caller holds the lock on the output. Returns the summary, or
 * null where it was told to stop before the end. Throws `CannotStart`, and leaves what is there,
 * when the input cannot be read, when the output is of another run, and when the twin and
 * json-rules-engine differ on a row.
 */
export async function runBatch(
  order: BatchOrder,
  surroundings: Surroundings,
): Promise<Summary | null> {
  const input = await identifyInput(surroundings.knowledgeBase, order.input);
  const plan = planBatch(order, input, surroundings.knowledgeBase);
  const { progress, isNew, job } = plan;
  const files = sideFilesOf(order.output);
  const toClose: (() => Promise<void>)[] = [];
  try {
    const output = await openGrowing(order.output, isNew ? null : progress.outputLength);
    toClose.push(output.close);
    const errors = await openGrowing(files.errors, isNew ? null : progress.errorsLength);
    toClose.push(errors.close);
    if (isNew) {
      // From here on whatever is in the output counts for nothing.
      await writeProgress(files.progress, progress);
      rmSync(files.summary, { force: true });
    }
    await output.cut(progress.outputLength);
    await errors.cut(progress.errorsLength);
    if (output.length === 0) await output.append(Buffer.from(headerOf(order.outputForm)));
    const pool = surroundings.startPool(job);
    toClose.push(pool.close);
    const done = await assessRows(order, input, plan, { output, errors, pool }, surroundings);
    if (!done) return null;
    await refuseChanged(order.input, input);
    const summary = summarize(done);
    await writeDurably(files.summary, `${JSON.stringify(summary, null, 2)}\n`);
    rmSync(files.progress);
    return summary;
  } finally {
    for (const close of toClose.reverse()) await close();
  }
}

interface Opened {
  readonly output: GrowingFile;
  readonly errors: GrowingFile;
  readonly pool: WorkerPool;
}

/** Writes chunk after chunk and notes how far it has come; null where it was told to stop. */
async function assessRows(
  order: BatchOrder,
  input: IdentifiedInput,
  { progress, job }: BatchPlan,
  { output, errors, pool }: Opened,
  { watch, signal }: Surroundings,
): Promise<Progress | null> {
  const startedAt = performance.now();
  const keeper = keepProgress(sideFilesOf(order.output).progress, [output, errors]);
  let done = progress;
  const note = (next: Place) => {
    const lengths = { outputLength: output.length, errorsLength: errors.length };
    const seconds = progress.seconds + (performance.now() - startedAt) / 1000;
    done = { ...done, ...lengths, next, seconds };
  };
  const blocks = readBlocks(input, progress.next.offset, chunkBytes[order.outputForm]);
  const chunks = cutChunks(blocks, job.input.format, progress.next);
  for await (const [chunk, result] of inOrder(chunks, pool.assessChunk, 3 * pool.threads)) {
    await output.append(result.output);
    await errors.append(result.errors);
    addCounts(done.counts, result.counts);
    note(result.difference?.at ?? chunk.next);
    watch(done, input.identity.size);
    await (result.difference || signal.aborted ? keeper.keep(done) : keeper.keepSoon(done));
    if (result.difference) throw new CannotStart(describeDifference(result.difference));
    if (signal.aborted) return null;
  }
  note(done.next);
  await keeper.keep(done);
  return done;
}

function readBlocks(
  { identity: { path, size } }: IdentifiedInput,
  start: number,
  highWaterMark: number,
): AsyncIterable<Buffer> {
  // What is added to the file meanwhile is no part of the input.
  const end = size - 1;
  return start < size ? createReadStream(path, { start, end, highWaterMark }) : Readable.from([]);
}

async function refuseChanged(path: string, { identity }: IdentifiedInput): Promise<void> {
  const { size, mtimeMs } = await stat(path);
  if (size === identity.size && mtimeMs === identity.writtenMs) return;
  throw new CannotStart(`${path} was changed while it was read. --restart reads it anew.`);
}

function describeDifference({ at: { line }, rules }: Difference): string {
  const where = rules.length > 0 ? `on ${rules.join(', ')}` : 'in their Assessments';
  return (
    `line ${line}: the twin and json-rules-engine differ ${where}. Stopped: ` +
    'the output holds the rows before it, and no other.'
  );
}
