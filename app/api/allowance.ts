import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * Takes points of a caller's allowance for the minute; null where there were enough, else the whole
 * seconds until there are again.
 */
export type TakePoints = (
  caller: string,
  points: number,
  pointsPerMinute: number,
) => Promise<number | null>;

/** An allowance for each caller, counted in the memory of this process. */
export function openAllowance(): TakePoints {
  let limiter: RateLimiterMemory | undefined;
  return async (caller, points, pointsPerMinute) => {
    if (limiter?.points !== pointsPerMinute) {
      limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: 60 });
    }
    try {
      await limiter.consume(caller, points);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.ceil(refused.msBeforeNext / 1000);
    }
  };
}
