/** A file against its schema, with faults that somebody who edits the file can find. */
import type { z } from 'zod';
import type { Fault } from './knowledge-base-lint';

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

/** `supports.pain-under-the-heel.weight`: a thing in a list by its id, where it has one. */
function namePath(value: unknown, path: readonly PropertyKey[]): string {
  let node = value;
  const names = path.map((key) => {
    const isPlace = Array.isArray(node);
    node = (node as Record<PropertyKey, unknown> | undefined)?.[key];
    return isPlace && hasId(node) ? node.id : String(key);
  });
  return names.join('.');
}

/** Whether it is a thing with an id, which says more than its place in a list. */
export function hasId(node: unknown): node is { id: string } {
  return typeof node === 'object' && node !== null && 'id' in node && typeof node.id === 'string';
}
