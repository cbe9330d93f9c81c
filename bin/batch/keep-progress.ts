import type { GrowingFile } from './growing-file';
import { type Progress, writeProgress } from './progress-file';

/** So much of the work, in milliseconds, is done again after a crash. */
const keepEveryMs = 1000;

export interface ProgressKeeper {
  /** Begins to put it on disk, unless it did so a moment ago. Rejects where that failed before. */
  readonly keepSoon: (progress: Progress) => Promise<void>;
  /** Resolves when it is on disk. */
  readonly keep: (progress: Progress) => Promise<void>;
}

/** Puts on disk what was written, then the note of how much that is, while more is being written. */
export function keepProgress(path: string, files: readonly GrowingFile[]): ProgressKeeper {
  let underWay: Promise<void> = Promise.resolve();
  let isIdle = true;
  let begunAt = performance.now();

  async function write(progress: Progress): Promise<void> {
    for (const file of files) await file.sync();
    await writeProgress(path, progress);
  }

  return {
    keepSoon: async (progress) => {
      if (performance.now() - begunAt < keepEveryMs || !isIdle) return;
      // That of the last time: it has ended.
      await underWay;
      begunAt = performance.now();
      isIdle = false;
      underWay = write(structuredClone(progress)).finally(() => {
        isIdle = true;
      });
      // It is told at the next call.
      underWay.catch(() => {});
    },
    keep: async (progress) => {
      await underWay;
      await write(progress);
    },
  };
}
