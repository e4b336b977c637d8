import { setTimeout as sleep } from "node:timers/promises";
import { quantile } from "../support/statistics.ts";

/**
 * Asks each server for the newest tasks every 25 ms, one after another within that time, whether the last answer came or not,
 * and prints the quantiles as JSON.
 */
const [seconds = "10", ...urls] = process.argv.slice(2);
const everyMs = 25;
const body = JSON.stringify({ query: "{ tasks(first: 10) { nodes { taskId status deadline } } }" });
const probes = urls.map((url) => ({ url, taken: [] as number[], failures: 0 }));
type Probe = (typeof probes)[number];

/** The first requests open connections and compile: they count for nothing. */
const warmMs = 2_000;
const start = performance.now();

async function ask({ url, taken }: Probe): Promise<void> {
  const askedAt = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const answer = (await response.json()) as { errors?: unknown };
  if (!response.ok || answer.errors !== undefined) throw new Error("no answer");
  if (askedAt - start > warmMs) taken.push(performance.now() - askedAt);
}

const open: Promise<void>[] = [];
const end = start + warmMs + Number(seconds) * 1_000;
while (performance.now() < end) {
  for (const probe of probes) {
    const answered = ask(probe).catch(() => {
      probe.failures += 1;
    });
    open.push(answered);
    await sleep(everyMs / probes.length);
  }
}
await Promise.all(open);
const found = probes.map(({ taken, failures }) => ({
  p50Ms: quantile(taken, 0.5),
  p99Ms: quantile(taken, 0.99),
  failures,
}));
console.log(JSON.stringify(found));
