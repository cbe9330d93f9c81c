/** What depends on nothing but a number, worked out once. */
export type Memory<Value> = Map<number, Value>;

/** A memory that is full begins anew: a million different intakes take no more room than these. */
const valuesMax = 2_000;

export function remember<Value>(
  memory: Memory<Value>,
  key: number,
  value: Value,
  most = valuesMax,
): void {
  if (memory.size >= most) memory.clear();
  memory.set(key, value);
}
