/** A file against its schema, with faults that somebody who edits the file can find. */
import type { z } from 'zod';
import type { Fault } from './knowledge-base-lint';
import { nameKey } from './name-key';

type Parsed<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export function parseFile<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  value: unknown,
): Parsed<z.infer<Schema>> {
  const parsed = schema.safeParse(value, {
    error: ({ input }) => (input === undefined ? 'is missing' : undefined),
  });
  if (parsed.success) return { ok: true, data: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map(({ path, message }) => ({
      file,
      field: namePath(value, path),
      message,
    })),
  };
}

/** `supports.pain-under-the-heel.weight` */
function namePath(value: unknown, path: readonly PropertyKey[]): string {
  let holder = value;
  const names = path.map((key) => {
    const name = nameKey(holder, key);
    holder = (holder as Record<PropertyKey, unknown> | null | undefined)?.[key];
    return name;
  });
  return names.join('.');
}
