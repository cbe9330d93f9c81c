/** Submissions through the web server, as a device sends them. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input } from '@/lib/triage/answers';
import { roundTo } from '../median';
import type { Surroundings } from '../surroundings';
import { type Served, serveSurae } from '../web/serve';
import { percentile } from './percentile';
import { processorTimeMs } from './processor-time';
import { watchPauses } from './watch-pauses';

export interface Posts {
  readonly count: number;
  readonly callers: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of one POST, in milliseconds; null where the system does not say. */
  readonly serverProcessorMs: number | null;
  readonly databaseProcessorMs: number | null;
  readonly longestPauseMs: number;
}

interface Bounds {
  readonly callers: number;
  readonly warmUpMs: number;
  readonly measuredMs: number;
}

/** One web server on one PostgreSQL, as `npm start` starts them; built first where it is stale. */
export async function measurePosts(
  inputs: readonly Input[],
  bounds: Bounds,
  { signal, started }: Surroundings,
): Promise<Posts> {
  const folder = mkdtempSync(join(tmpdir(), 'surae-scale-'));
  started.push({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
  const served = await serveSurae(folder, signal);
  started.push(served);
  await post(served, inputs, { ...bounds, measuredMs: bounds.warmUpMs });
  const clock = () => [
    processorTimeMs(served.pid, 'next-server'),
    processorTimeMs(served.pid, 'postgres'),
  ];
  const before = clock();
  const start = performance.now();
  const endWatch = watchPauses();
  const latenciesMs = await post(served, inputs, bounds);
  const elapsedMs = performance.now() - start;
  const longestPauseMs = endWatch();
  const after = clock();
  await served.stop();
  const count = latenciesMs.length;
  const [serverMs, databaseMs] = after.map((now, place) => {
    const then = before[place];
    return now === null || now === 0 || then == null ? null : roundTo(3, (now - then) / count);
  });
  return {
    count,
    callers: bounds.callers,
    perSecond: roundTo(3, (1000 * count) / elapsedMs),
    p50Ms: roundTo(3, percentile(latenciesMs, 0.5)),
    p99Ms: roundTo(3, percentile(latenciesMs, 0.99)),
    serverProcessorMs: serverMs ?? null,
    databaseProcessorMs: databaseMs ?? null,
    longestPauseMs,
  };
}

async function post(
  { url }: Served,
  inputs: readonly Input[],
  { callers, measuredMs }: Bounds,
): Promise<number[]> {
  const latenciesMs: number[] = [];
  const start = performance.now();
  let next = 0;
  const postAgain = async () => {
    while (performance.now() - start < measuredMs) {
      const input = inputs[next % inputs.length];
      next += 1;
      const before = performance.now();
      const response = await fetch(`${url}/api/intakes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ submissionKey: randomUUID(), ...input }),
      });
      await response.arrayBuffer();
      if (response.status !== 201) throw new Error(`bench: POST answered ${response.status}`);
      latenciesMs.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: callers }, postAgain));
  return latenciesMs;
}
