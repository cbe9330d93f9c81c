/**
 * A brake on guessing references. It counts the failures of this process, whoever they come from:
 * an address can be forged, and 80 bits cannot be guessed anyway. A reference that opens something
 * is never held up.
 */
const freeFailures = 30;
const refillMs = 2_000;
const waitMsMax = 10_000;

/** The failures that are still free; below 0, how many stand in line. */
let free = freeFailures;
let countedAtMs = 0;

/** Resolves when one failed look-up may be answered: at once, unless there were many of late. */
export async function waitAfterFailedLookup(): Promise<void> {
  const waitMs = countFailure(performance.now());
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
}

/** Counts one more failure, and returns for how many milliseconds its answer is held. */
export function countFailure(nowMs: number): number {
  free = Math.min(freeFailures, free + (nowMs - countedAtMs) / refillMs);
  countedAtMs = nowMs;
  free = Math.max(free - 1, -waitMsMax / refillMs);
  return Math.max(0, -free) * refillMs;
}
