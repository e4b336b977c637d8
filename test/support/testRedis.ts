import { spawnSync } from "node:child_process";
import { Redis } from "ioredis";
import { freePort } from "../../devnet/net/ports.ts";
import { endProcess, startProcess } from "./childProcess.ts";
import { waitFor } from "./waitFor.ts";

export type TestRedis = { readonly url: string | null; stop(): Promise<void> };

/**
 * Starts a `redis-server` found on PATH, without persistence, or takes the one that REDIS_URL names.
 * `url` is null when there is neither: npm has no package that holds a Redis server.
 */
export async function startTestRedis(): Promise<TestRedis> {
  const given = process.env.REDIS_URL;
  if (given) return { url: given, stop: async () => {} };
  if (spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status !== 0) {
    return { url: null, stop: async () => {} };
  }
  const port = await freePort();
  const settings = { bind: "127.0.0.1", port, save: "", appendonly: "no", "maxmemory-policy": "noeviction" };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { child, output } = startProcess("redis-server", args);
  const url = `redis://127.0.0.1:${port}`;
  await waitFor("Redis", () => answersPing(url)).catch((cause: unknown) => {
    throw new Error(`redis-server did not start: ${output()}`, { cause });
  });
  return { url, stop: () => endProcess(child) };
}

async function answersPing(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on("error", () => {});
  try {
    await redis.connect();
    return (await redis.ping()) === "PONG";
  } finally {
    redis.disconnect();
  }
}
