import { describe, expect, test } from 'vitest';
import { costPerMillion } from '@/bin/bench/scale/cost';
import { percentile } from '@/bin/bench/scale/percentile';
import { processorTimeMs } from '@/bin/bench/scale/processor-time';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, place) => 100 - place);

  test.each([
    [0.5, 50],
    [0.99, 99],
    [1, 100],
    [0, 1],
  ])('the share %f of 1 to 100 does not exceed %i', (share, expected) => {
    expect(percentile(hundred, share)).toBe(expected);
  });

  test('of one number is that number, of none there is none', () => {
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

test('a million of 3.6 ms each fill one hour of a processor', () => {
  expect(costPerMillion(3.6, 0.04)).toBeCloseTo(0.04);
});

test.runIf(process.platform === 'linux')('the processor time of this process moves on', () => {
  const before = processorTimeMs(process.pid, '') ?? Number.NaN;
  const until = performance.now() + 60;
  while (performance.now() < until);
  expect(processorTimeMs(process.pid, '')).toBeGreaterThan(before);
});
