/** What a batch says on standard error while it runs. */
import { SingleBar } from 'cli-progress';
import type { Progress } from './progress-file';

export interface Watch {
  readonly update: (progress: Progress, inputBytes: number) => void;
  readonly stop: () => void;
}

/** A bar on a terminal; elsewhere a line now and then. */
export function watchProgress(isTerminal: boolean): Watch {
  return isTerminal ? showBar() : printLines();
}

function showBar(): Watch {
  const bar = new SingleBar({
    format: '{bar} {percentage} %  {rows} rows  {rate} rows/s  {eta_formatted} left',
    stream: process.stderr,
    hideCursor: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    etaBuffer: 200,
    // One that is interrupted leaves the terminal as it was.
    gracefulExit: false,
  });
  const rateOf = makeRate();
  return {
    update: (progress, inputBytes) => {
      const shown = { rows: count(rowsOf(progress)), rate: count(rateOf(progress)) };
      if (!bar.isActive) bar.start(inputBytes, progress.next.offset, shown);
      bar.update(progress.next.offset, shown);
    },
    stop: () => bar.stop(),
  };
}

const printEverySeconds = 5;

function printLines(): Watch {
  const rateOf = makeRate();
  let printedAt: number | null = null;
  return {
    update: (progress, inputBytes) => {
      const rate = rateOf(progress);
      printedAt ??= progress.seconds;
      if (progress.seconds - printedAt < printEverySeconds) return;
      printedAt = progress.seconds;
      const percent = Math.floor((100 * progress.next.offset) / inputBytes);
      console.error(`${count(rowsOf(progress))} rows, ${percent} %, ${count(rate)} rows a second`);
    },
    stop: () => {},
  };
}

/** Rows a second since the first call: what was done before the batch went on is not counted. */
function makeRate(): (progress: Progress) => number {
  let first: Progress | null = null;
  let firstRows = 0;
  return (progress) => {
    if (first === null) {
      first = progress;
      firstRows = rowsOf(progress);
    }
    const seconds = progress.seconds - first.seconds;
    return seconds > 0 ? Math.round((rowsOf(progress) - firstRows) / seconds) : 0;
  };
}

function rowsOf({ counts: { rows, rowsWithErrors } }: Progress): number {
  return rows + rowsWithErrors;
}

const numbers = new Intl.NumberFormat('en');

function count(number: number): string {
  return numbers.format(number);
}
