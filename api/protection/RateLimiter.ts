import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Requests a second that one client may send for long. */
export type Rate = { readonly perSecond: number };

/** A client that was quiet may send so many seconds' worth above its rate in a minute. */
const burstSeconds = 10;
const burstWindowSeconds = 60;

/** Limits how often each client may ask, by counters in this process. */
export class RateLimiter {
  readonly #limiters = new Map<number, BurstyRateLimiter>();

  /**
   * Counts a request.
   * @returns undefined when it is allowed, otherwise in how many whole seconds one may be.
   */
  async take(client: string, { perSecond }: Rate): Promise<number | undefined> {
    let limiter = this.#limiters.get(perSecond);
    if (limiter === undefined) {
      limiter = limiterOf(perSecond);
      this.#limiters.set(perSecond, limiter);
    }
    try {
      await limiter.consume(client);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      throw refusal;
    }
  }
}

function limiterOf(perSecond: number): BurstyRateLimiter {
  // Less than one a second is counted over the time in which one is allowed.
  const points = Math.max(1, Math.floor(perSecond));
  const duration = Math.max(1, Math.round(points / perSecond));
  return new BurstyRateLimiter(
    new RateLimiterMemory({ points, duration }),
    new RateLimiterMemory({
      keyPrefix: "burst",
      points: Math.ceil(perSecond * burstSeconds),
      duration: burstWindowSeconds,
    }),
  );
}
