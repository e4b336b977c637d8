import type { Outcome } from "../plan/answers.ts";
import type { CacheRequest, ResponseCache } from "./ResponseCache.ts";

/** An outcome with errors: given to all that waited for it, and not kept. */
class NotKept extends Error {
  override readonly name = "NotKept";
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super("The outcome has errors.");
    this.outcome = outcome;
  }
}

/**
 * The outcome from the cache, or what `run` makes; one without errors has a validator.
 *
 * @throws {Error} what `run` throws, or the reason of the request's signal.
 */
export async function cachedOutcome(
  cache: ResponseCache,
  request: CacheRequest,
  run: (signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome> {
  const make = async (signal: AbortSignal) => {
    const outcome = await run(signal);
    if (outcome.data === undefined || outcome.errors.length > 0) throw new NotKept(outcome);
    return outcome.data;
  };
  try {
    const { text, etag } = await cache.cached(request, make);
    return { data: text, errors: [], etag };
  } catch (error) {
    if (error instanceof NotKept) return error.outcome;
    throw error;
  }
}
