import type { Run } from './document';
import { plain } from './document';

/** Between two things in one line; no line begins with the dot. */
export const middleDot = '\u00a0· ';

/** The groups of runs in one line, a separator between each two. */
export function joinRuns(groups: readonly (readonly Run[])[], separator = middleDot): Run[] {
  return groups.flatMap((group, place) => (place === 0 ? group : [plain(separator), ...group]));
}
