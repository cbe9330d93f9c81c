import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { median, roundTo } from '../median';

const times = 100;
const page = Buffer.alloc(8192, 1);

/** How long the disk takes to make 8 kB durable, in milliseconds at the median: a commit waits so. */
export function measureSyncMs(folder: string): number {
  const path = join(folder, 'sync-probe');
  const file = openSync(path, 'w');
  try {
    const taken = Array.from({ length: times }, () => {
      writeSync(file, page);
      const start = performance.now();
      fdatasyncSync(file);
      return performance.now() - start;
    });
    return roundTo(3, median(taken));
  } finally {
    closeSync(file);
    rmSync(path);
  }
}
