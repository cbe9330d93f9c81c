/** No form of ours comes near it: block, question, help. */
const levelsMax = 100;

/** Whether something is nested deeper than any resource of ours: it could end the process that reads it. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < levelsMax; depth += 1) {
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
