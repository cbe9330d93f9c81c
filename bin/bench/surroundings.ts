import type { Started } from '../run-command';

/** Where a measurement runs. */
export interface Surroundings {
  /** Says what it is at. */
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
  /** What has to be stopped at the end, whatever happens. */
  readonly started: Started[];
}
