/** `npm run --silent assess -- --batch IN OUT`: a file of inputs to a file of Assessments. */
import { existsSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { CannotStart } from '../cannot-start';
import { runCommand } from '../run-command';
import { holdLock } from './hold-lock';
import type { BatchOrder } from './plan-batch';
import { runBatch } from './run-batch';
import { sideFilesOf } from './side-files';
import { describeSummary } from './summary';
import { watchProgress } from './watch-progress';
import { startPool } from './worker-pool';

/** As `parseArgs` gives them. */
export interface BatchOptions {
  readonly files: readonly string[];
  /** The clock; null where none was given. */
  readonly at: Date | null;
  readonly full: boolean;
  readonly restart: boolean;
  /** How many worker threads; as many as there are cores where it is not there. */
  readonly threads?: string | undefined;
}

/** What a shell says of a command that Ctrl-C ended. */
const interrupted = 130;

/** Runs the batch and ends the process: with 0, or with 1 where a row had errors or it stopped. */
export function runBatchCommand(options: BatchOptions, base: KnowledgeBase): Promise<never> {
  return runCommand(async (signal) => {
    const order = orderOf(options);
    const threads = threadsOf(options.threads);
    const release = await holdLock(order.output, signal, () => {
      console.error(`Another run writes ${order.output}: waiting for its end.`);
    });
    const watch = watchProgress(process.stderr.isTTY);
    const summary = await runBatch(order, {
      knowledgeBase: base,
      startPool: (job) => startPool(job, threads),
      watch: watch.update,
      signal,
    }).finally(watch.stop);
    release();
    if (summary) {
      console.error(describeSummary(summary, sideFilesOf(order.output).errors));
      if (summary.errors > 0) process.exitCode = 1;
    } else {
      console.error('Stopped. The same command goes on where it was.');
      process.exitCode = interrupted;
    }
  });
}

function orderOf({ files, at, full, restart }: BatchOptions): BatchOrder {
  const [input, output, ...others] = files;
  if (input === undefined || output === undefined || others.length > 0) {
    throw new CannotStart('--batch takes two files: IN and OUT.');
  }
  if (!existsSync(dirname(resolve(output)))) {
    throw new CannotStart(`There is no folder ${dirname(output)}.`);
  }
  const isCsv = extname(output).toLowerCase() === '.csv';
  if (isCsv && full) throw new CannotStart(`--full is JSON, and ${output} would be CSV.`);
  const outputForm = full ? 'full' : 'excerpt';
  return { input, output, outputForm: isCsv ? 'csv' : outputForm, at, restart };
}

function threadsOf(threads: string | undefined): number | undefined {
  if (threads === undefined || /^[1-9]\d{0,2}$/.test(threads))
    return threads ? Number(threads) : undefined;
  throw new CannotStart(`--threads: ${threads} is no number of threads.`);
}
