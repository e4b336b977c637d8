import type { TestProject } from "vitest/node";
import { dropTestDatabases } from "./testDatabase.ts";
import { startTestPostgres } from "./testPostgres.ts";
import { startTestRedis } from "./testRedis.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string to a database of a server on which databases may be made. */
    postgresUrl: string;
    /** Connection string of a Redis, or null when this machine has none. */
    redisUrl: string | null;
    /** Tells the databases of this run from those of another on the same server. */
    runId: string;
  }
}

/** Starts what all test files of a run share, once, and returns what ends it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runId = `${Date.now().toString(36)}_${process.pid}`;
  const [postgres, redis] = await Promise.all([startTestPostgres(), startTestRedis()]);
  project.provide("postgresUrl", postgres.url);
  project.provide("redisUrl", redis.url);
  project.provide("runId", runId);
  if (redis.url === null) {
    console.warn("NOT RUN: the queue's tests on Redis (no REDIS_URL, and no redis-server on PATH).");
  }
  return async () => {
    await dropTestDatabases(postgres.url, runId);
    await Promise.all([postgres.stop(), redis.stop()]);
  };
}
