/** A step on the way to a faulty value: a thing in a list by its id, which says more than its place. */
export function nameKey(holder: unknown, key: PropertyKey): string {
  const value = (holder as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return Array.isArray(holder) && hasId(value) ? value.id : String(key);
}

function hasId(value: unknown): value is { readonly id: string } {
  return (
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
  );
}
