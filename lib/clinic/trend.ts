/** Where the values of one outcome stand in a drawing, beside where they were expected. */

export interface TrendPoint {
  readonly at: Date;
  readonly value: number;
}

export interface Trend {
  /** In the units of the drawing: from the left, from the top. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly value: number }[];
  /** The corners of the area between the quickest and the slowest usual recovery; null where neither is known. */
  readonly band: readonly { readonly x: number; readonly y: number }[] | null;
  readonly weeksShown: number;
}

interface TrendInput {
  readonly points: readonly TrendPoint[];
  readonly minimum: number;
  readonly maximum: number;
  readonly better: 'lower' | 'higher';
  readonly expected: { readonly from: Date; readonly to: Date } | null;
  readonly width: number;
  readonly height: number;
}

const weekMs = 7 * 24 * 60 * 60 * 1000;

/**
 * The band runs in straight lines from the first value to the best one, reached at the quickest and
 * at the slowest usual recovery: a guide for the eye, by consensus, and no prognosis.
 */
export function layTrend(input: TrendInput): Trend {
  const { points, minimum, maximum, better, expected, width, height } = input;
  const [first] = points;
  const begin = first?.at.getTime() ?? 0;
  const last = points.at(-1)?.at.getTime() ?? begin;
  const end = Math.max(last, expected?.to.getTime() ?? last, begin + weekMs);
  const x = (at: number) => ((at - begin) / (end - begin)) * width;
  const y = (value: number) => (1 - (value - minimum) / (maximum - minimum)) * height;
  const best = y(better === 'lower' ? minimum : maximum);
  const band =
    first && expected
      ? [
          { x: 0, y: y(first.value) },
          { x: x(expected.from.getTime()), y: best },
          { x: x(expected.to.getTime()), y: best },
        ]
      : null;
  return {
    points: points.map(({ at, value }) => ({ x: x(at.getTime()), y: y(value), value })),
    band,
    weeksShown: (end - begin) / weekMs,
  };
}
