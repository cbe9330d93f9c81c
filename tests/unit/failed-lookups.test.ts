import { expect, test } from 'vitest';
import { countFailure } from '@/lib/intake/failed-lookups';

test('failures are answered at once, then every two seconds, and never later than in ten', () => {
  const at = 1_000_000;
  const burst = Array.from({ length: 60 }, () => countFailure(at));
  expect(burst.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 0));
  expect(burst.slice(30, 36)).toEqual([2000, 4000, 6000, 8000, 10_000, 10_000]);
  expect(Math.max(...burst)).toBe(10_000);
  const afterMinutes = at + 5 * 60_000;
  expect(countFailure(afterMinutes)).toBe(0);
});
