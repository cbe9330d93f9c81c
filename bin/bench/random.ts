/** Random numbers that are the same for the same seed. */
export interface Random {
  /** From 0 to below 1. */
  readonly number: () => number;
  /** From the least to the greatest, both included. */
  readonly integer: (least: number, greatest: number) => number;
  readonly pick: <One>(list: readonly One[]) => One | undefined;
}

/** Mulberry32. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, greatest: number) => {
    const from = Math.ceil(least);
    return from + Math.floor(number() * (Math.floor(greatest) - from + 1));
  };
  return { number, integer, pick: (list) => list[integer(0, list.length - 1)] };
}
