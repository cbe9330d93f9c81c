/** Rows a second of `assess --batch`, on two threads, from the start of the process to its end. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Input } from '@/lib/triage/answers';
import { varyPeople } from './vary-people';

export interface Batch {
  readonly rows: number;
  /** Over the whole process, its start and its end included. */
  readonly perSecond: number;
  /** The command's own figure, in its summary. */
  readonly ownPerSecond: number;
  /** Rows on which json-rules-engine was asked as well. */
  readonly rechecked: number;
}

const rowCount = 500_000;
const threads = 2;

const summarySchema = z.object({
  rows: z.number(),
  seconds: z.number(),
  rowsPerSecond: z.number(),
  rowsRechecked: z.number().default(0),
});

export async function measureBatch(inputs: readonly Input[]): Promise<Batch> {
  const folder = mkdtempSync(join(tmpdir(), 'surae-bench-'));
  try {
    const [from, to] = [join(folder, 'in.ndjson'), join(folder, 'out.ndjson')];
    writeFileSync(
      from,
      `${varyPeople(inputs, rowCount)
        .map((person) => JSON.stringify(person))
        .join('\n')}\n`,
    );
    const args = ['--import', 'tsx', 'bin/assess.ts', '--batch', '--threads', String(threads)];
    const start = performance.now();
    await promisify(execFile)(process.execPath, [...args, from, to]);
    const seconds = (performance.now() - start) / 1000;
    const summary = summarySchema.parse(JSON.parse(readFileSync(`${to}.summary.json`, 'utf8')));
    if (summary.rows !== rowCount) throw new Error(`bench: ${summary.rows} rows came out`);
    return {
      rows: rowCount,
      perSecond: Math.round(rowCount / seconds),
      ownPerSecond: summary.rowsPerSecond,
      rechecked: summary.rowsRechecked,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
