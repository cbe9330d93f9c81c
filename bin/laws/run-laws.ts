import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { addChecked, type Checked, type Stretch } from './check-cases';
import type { LawsJob } from './worker';

export interface LawsRun {
  readonly knowledgeBase: KnowledgeBase;
  readonly cases: number;
  readonly seed: number;
  /** Told after each stretch. */
  readonly onProgress?: (done: number) => void;
}

/** Short enough for a progress line, long enough not to count. */
const stretchLength = 2000;

/** Checks so many cases, on every core; the same cases whatever the number of cores. */
export async function runLaws({ knowledgeBase, cases, seed, onProgress }: LawsRun) {
  const threads = availableParallelism();
  const job: LawsJob = { knowledgeBase, seed };
  const pool = new Piscina<Stretch, Checked>({
    filename: fileURLToPath(new URL('./worker.ts', import.meta.url)),
    execArgv: ['--import', 'tsx'],
    workerData: job,
    minThreads: threads,
    maxThreads: threads,
  });
  let total: Checked = { cases: 0, violations: [], truths: [] };
  let next = 0;
  const work = async () => {
    while (next < cases) {
      const from = next;
      next += stretchLength;
      const count = Math.min(stretchLength, cases - from);
      const checked = await pool.run({ from, count });
      total = addChecked(total, checked);
      onProgress?.(total.cases);
    }
  };
  try {
    await Promise.all(Array.from({ length: threads }, work));
  } finally {
    await pool.destroy();
  }
  return total;
}
