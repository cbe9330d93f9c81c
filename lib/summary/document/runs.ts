import type { Run } from './document';
import { plain } from './document';

/** The groups of runs in one line, a separator between each two. */
export function joinRuns(groups: readonly (readonly Run[])[], separator = ' · '): Run[] {
  return groups.flatMap((group, place) => (place === 0 ? group : [plain(separator), ...group]));
}
