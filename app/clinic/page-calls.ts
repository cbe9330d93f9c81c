import type { CallLine } from '@/lib/clinic/calls';

/** A call as it travels to the page: its time as ISO 8601 in UTC. */
export interface PageCall extends Omit<CallLine, 'at'> {
  readonly at: string;
}

export function toPageCalls(calls: readonly CallLine[]): PageCall[] {
  return calls.map(({ at, ...call }) => ({ ...call, at: at.toISOString() }));
}
