/** A count out of some cases, with what the true share may be. */

export interface Share {
  readonly count: number;
  readonly of: number;
  /** Wilson's 95 % interval, from 0 to 1; the whole of it where there are no cases. */
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of a two-sided 95 % interval. */
const z = 1.959964;

/** Wilson, J Am Stat Assoc 1927;22:209, without continuity correction: method 3 of Newcombe 1998. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, low: 0, high: 1 };
  const middle = (count + z ** 2 / 2) / (of + z ** 2);
  const half = (z * Math.sqrt((count * (of - count)) / of + z ** 2 / 4)) / (of + z ** 2);
  return { count, of, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

export function showPercent(proportion: number, digits = 1): string {
  return `${(100 * proportion).toFixed(digits)} %`;
}

/** `252/292  86.3 %`. */
export function showShare({ count, of }: Share): string {
  return of === 0 ? 'no cases' : `${count}/${of}  ${showPercent(count / of).padStart(7)}`;
}

/** `82.0–89.9`, in per cent. */
export function showInterval({ low, high }: Share, digits = 1): string {
  return `${(100 * low).toFixed(digits)}–${(100 * high).toFixed(digits)}`;
}
