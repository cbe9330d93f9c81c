import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { CannotStart } from '../cannot-start';
import type { BatchJob } from './assess-chunk';
import { noCounts } from './counts';
import type { IdentifiedInput } from './identify-input';
import type { OutputForm } from './output-form';
import { type BatchRun, differencesOf, type Progress, readProgress } from './progress-file';
import { sideFilesOf } from './side-files';

/** What somebody wants done. */
export interface BatchOrder {
  readonly input: string;
  readonly output: string;
  readonly outputForm: OutputForm;
  /** The clock; null for now, or, where the batch goes on, for what it was. */
  readonly at: Date | null;
  /** Begin with the first row, whatever there is already. */
  readonly restart: boolean;
}

export interface BatchPlan {
  /** Where the batch stands. */
  readonly progress: Progress;
  /** Whether it begins with the first row. */
  readonly isNew: boolean;
  readonly job: BatchJob;
}

/** Rows on so many lines are assessed by json-rules-engine as well. */
const engineLines = 20;

/** Where to begin. Throws `CannotStart` where what is there is of another run. */
export function planBatch(
  order: BatchOrder,
  input: IdentifiedInput,
  knowledgeBase: KnowledgeBase,
): BatchPlan {
  const files = sideFilesOf(order.output);
  refuseOverwriting(order.input, [order.output, ...Object.values(files)]);
  const before = order.restart ? null : readProgress(files.progress);
  const run: BatchRun = {
    input: input.identity,
    knowledgeBase: knowledgeBase.hash,
    inputFormat: input.form.format,
    outputForm: order.outputForm,
    at: order.at?.toISOString() ?? before?.run.at ?? new Date().toISOString(),
  };
  if (before) refuseOther(files.progress, before.run, run);
  const job = {
    knowledgeBase,
    at: run.at,
    input: input.form,
    output: order.outputForm,
    engineUntilLine: input.start.line + engineLines,
  };
  return { progress: before ?? startOf(run, input), isNew: before === null, job };
}

function startOf(run: BatchRun, { start }: IdentifiedInput): Progress {
  const lengths = { outputLength: 0, errorsLength: 0 };
  return { version: 1, run, next: start, ...lengths, counts: noCounts(), seconds: 0 };
}

function refuseOther(file: string, before: BatchRun, now: BatchRun): void {
  const differences = differencesOf(before, now);
  if (differences.length === 0) return;
  throw new CannotStart(
    `${file} is of another run: ${differences.join('; ')}. ` +
      'Run it as it was to go on, or with --restart to begin with the first row.',
  );
}

function refuseOverwriting(input: string, outputs: readonly string[]): void {
  const overwriting = outputs.find((output) => realPathOf(output) === realPathOf(input));
  if (overwriting) throw new CannotStart(`${overwriting} is the input, and would be overwritten.`);
}

function realPathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}
