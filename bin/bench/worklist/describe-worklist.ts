import { drawTable } from '../draw-table';
import type { WorklistCost } from './measure-worklist';

export function describeWorklist({ sizes, reads }: WorklistCost): string {
  const [few, many] = sizes.map((size) => size.toLocaleString('en'));
  return drawTable(
    ['the list', `p50 ms at ${few}`, `p95`, `p50 ms at ${many}`, `p95`],
    reads.map(({ what, p50Ms, p95Ms }) => [
      what,
      ...[p50Ms[0], p95Ms[0], p50Ms[1], p95Ms[1]].map(String),
    ]),
  );
}
