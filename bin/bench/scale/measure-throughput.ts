/** How much a number of caller processes gets done in a closed loop, and what it costs. */
import { roundTo } from '../median';
import type { CallerResult, Work } from './caller-job';
import { percentile } from './percentile';
import type { ScaleDatabase } from './scale-database';
import type { Callers, CommonJob } from './start-callers';
import { pauseMsMax } from './watch-pauses';

export interface Throughput {
  readonly work: Work;
  readonly processes: number;
  /** Connections that each process may open. */
  readonly pool: number;
  /** Callers in each process. */
  readonly callers: number;
  readonly count: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of one call, in milliseconds: in the app processes, and in PostgreSQL. */
  readonly appProcessorMs: number;
  readonly databaseProcessorMs: number | null;
  /** How often each kind of failure came, and after how many milliseconds at the median. */
  readonly failures: Readonly<Record<string, number>>;
  readonly failedAfterMs: number | null;
  /** For how long a process was stopped at most: above some seconds, the rest says nothing. */
  readonly longestPauseMs: number;
}

export interface Measured {
  readonly throughput: Throughput;
  readonly acknowledged: CallerResult['acknowledged'];
}

/** Measures again, a few times, when a process was stopped meanwhile. */
export async function measureThroughput(
  ...given: Parameters<typeof measureOnce>
): Promise<Measured> {
  const acknowledged: CallerResult['acknowledged'] = [];
  for (let triesLeft = 4; ; triesLeft -= 1) {
    const measured = await measureOnce(...given);
    acknowledged.push(...measured.acknowledged);
    const { throughput } = measured;
    if (throughput.longestPauseMs <= pauseMsMax || triesLeft === 0) {
      return { throughput, acknowledged };
    }
  }
}

async function measureOnce(
  callers: Callers,
  database: ScaleDatabase,
  processes: number,
  job: CommonJob,
): Promise<Measured> {
  const { results, databaseMs } = await callers.run(processes, job, database.processorMs);
  const latenciesMs = results.flatMap((one) => one.latenciesMs);
  const failuresMs = results.flatMap((one) => one.failuresMs);
  const count = latenciesMs.length;
  const calls = count + failuresMs.length;
  const elapsedMs = Math.max(...results.map((one) => one.elapsedMs));
  const appMs = results.reduce((sum, { processorMs }) => sum + processorMs, 0);
  return {
    throughput: {
      work: job.work,
      processes,
      pool: job.pool,
      callers: job.callers,
      count,
      perSecond: roundTo(3, (1000 * count) / elapsedMs),
      p50Ms: roundTo(3, percentile(latenciesMs, 0.5)),
      p99Ms: roundTo(3, percentile(latenciesMs, 0.99)),
      appProcessorMs: roundTo(3, appMs / calls),
      databaseProcessorMs: databaseMs === null ? null : roundTo(3, databaseMs / calls),
      failures: countFailures(results),
      longestPauseMs: Math.max(...results.map((one) => one.longestPauseMs)),
      failedAfterMs: failuresMs.length > 0 ? roundTo(3, percentile(failuresMs, 0.5)) : null,
    },
    acknowledged: results.flatMap((one) => one.acknowledged),
  };
}

function countFailures(results: readonly CallerResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { failures } of results) {
    for (const [kind, count] of Object.entries(failures)) {
      counts[kind] = (counts[kind] ?? 0) + count;
    }
  }
  return counts;
}
