import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** With that of its children that have ended. */
  readonly processorMs: number;
}

/**
 * Processor time in milliseconds of the processes named `name` at and below `root`, with that of
 * their children that have ended; null where the system does not say.
 */
export function processorTimeMs(root: number, name: string): number | null {
  if (process.platform !== 'linux') return null;
  const all = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap(readProcess);
  const below = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)]
    .filter((one) => one.name.startsWith(name))
    .reduce((sum, { processorMs }) => sum + processorMs, 0);
}

/** Nothing where it has ended meanwhile. */
function readProcess(pid: string): Process[] {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return [];
  }
  const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(stat) ?? [];
  const fields = rest.split(' ').map(Number);
  // Fields 14 to 17 of proc(5): utime, stime, cutime, cstime; `rest` begins with the third.
  const ticks = fields.slice(11, 15).reduce((sum, one) => sum + one, 0);
  return [{ pid: Number(pid), parent: fields[1] ?? 0, name, processorMs: ticks * tickMs }];
}
