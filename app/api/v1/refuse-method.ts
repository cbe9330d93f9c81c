import { problem } from './problem';

/** A handler for the methods that an address does not have. */
export function refuseMethod(allowed: string): () => Response {
  return () => problem(405, `The method here is ${allowed}`, [], { Allow: allowed });
}
