import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * Takes a point of a caller's allowance for the minute; null where there was one, else the whole seconds
 * until there is again.
 */
export type TakeFromAllowance = (caller: string, pointsPerMinute: number) => Promise<number | null>;

/** An allowance for each caller, counted in the memory of this process. */
export function openAllowance(): TakeFromAllowance {
  let limiter: RateLimiterMemory | undefined;
  return async (caller, pointsPerMinute) => {
    if (limiter?.points !== pointsPerMinute) {
      limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: 60 });
    }
    try {
      await limiter.consume(caller);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.ceil(refused.msBeforeNext / 1000);
    }
  };
}
