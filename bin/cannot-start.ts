/** A failure that the person at the keyboard can mend: its message is the one sentence they read. */
export class CannotStart extends Error {}

/** The first line of what a failed call says of itself, or its code (`ECONNREFUSED`). */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [firstLine] = error.message.split('\n');
  return firstLine || ('code' in error ? String(error.code) : error.name);
}
