import { describe, inject } from "vitest";

/** What a queue may run on; `url` is a connection string to it. */
export type QueueEngine =
  | { readonly kind: "postgres"; readonly url: string }
  | { readonly kind: "redis"; readonly url: string };

/**
 * Runs the same tests on each engine of the queue. Without a Redis its half is listed as skipped, and the run says why.
 * Use a database of `createTestDatabase` (the URL here is the server's) and a queue prefix of your own.
 */
export function describeOnEachQueueEngine(title: string, body: (engine: QueueEngine) => void): void {
  describe(`${title} on PostgreSQL`, () => body({ kind: "postgres", url: inject("postgresUrl") }));
  const redisUrl = inject("redisUrl");
  if (redisUrl === null) {
    describe.skip(`${title} on Redis: not run, there is no REDIS_URL and no redis-server on PATH`, () =>
      body({ kind: "redis", url: "redis://127.0.0.1:0" }));
  } else {
    describe(`${title} on Redis`, () => body({ kind: "redis", url: redisUrl }));
  }
}
