/**
 * Times things side by side in one process: warmed up, then in turn, a short slice each, round after
 * round, so that whatever else the machine does hits all alike. The figure is the median round.
 */
import { median } from './median';

export interface Runner<Name extends string> {
  readonly name: Name;
  /** One pass over all inputs; returns how many evaluations that were. */
  readonly pass: () => number | Promise<number>;
}

export interface Pace {
  readonly rounds: number;
  /** A slice is as many whole passes as fill it, at least one. */
  readonly sliceMs: number;
  readonly warmUpMs: number;
}

/** json-logic-engine compiles a function for each rule, and V8 takes a second to do the same. */
const usualPace: Pace = { rounds: 15, sliceMs: 40, warmUpMs: 2000 };

/** Microseconds of processor time for one evaluation, by name. */
export async function race<Name extends string>(
  runners: readonly Runner<Name>[],
  { rounds, sliceMs, warmUpMs }: Pace = usualPace,
): Promise<ReadonlyMap<Name, number>> {
  const slices = new Map<Name, number[]>(runners.map(({ name }) => [name, []]));
  for (const runner of runners) await runSlice(runner, warmUpMs);
  for (let round = 0; round < rounds; round += 1) {
    for (const runner of runners) slices.get(runner.name)?.push(await runSlice(runner, sliceMs));
  }
  return new Map([...slices].map(([name, microseconds]) => [name, median(microseconds)]));
}

async function runSlice({ pass }: Runner<string>, sliceMs: number): Promise<number> {
  const start = process.cpuUsage();
  let count = 0;
  let spent = 0;
  while (spent < sliceMs * 1000) {
    const one = pass();
    count += typeof one === 'number' ? one : await one;
    const { user, system } = process.cpuUsage(start);
    spent = user + system;
  }
  return spent / count;
}
