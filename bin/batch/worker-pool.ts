import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { AssessChunk, BatchJob, ChunkResult } from './assess-chunk';
import type { Chunk } from './cut-chunks';

export interface WorkerPool {
  readonly assessChunk: AssessChunk;
  readonly threads: number;
  readonly close: () => Promise<void>;
}

export type StartPool = (job: BatchJob) => WorkerPool;

/**
 * An Assessment is a lot of small objects that live a moment: with room for a few hundred of them
 * the collector finds next to nothing to copy.
 */
const youngGenerationMb = 64;

/** Worker threads that assess chunks, each on a core of its own. */
export function startPool(job: BatchJob, threads = availableParallelism()): WorkerPool {
  const pool = new Piscina<Chunk, ChunkResult>({
    filename: fileURLToPath(new URL('./worker.ts', import.meta.url)),
    execArgv: ['--import', 'tsx'],
    workerData: job,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
  });
  return {
    assessChunk: (chunk) => pool.run(chunk, { transferList: [chunk.bytes.buffer] }),
    threads,
    close: () => pool.destroy(),
  };
}
