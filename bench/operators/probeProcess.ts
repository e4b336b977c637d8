import { setTimeout as sleep } from "node:timers/promises";
import { quantile } from "../support/statistics.ts";

/** Asks an API for its newest tasks every 25 ms, whether the last answer came or not, and prints the quantiles as JSON. */
const [url = "", seconds = "10"] = process.argv.slice(2);
const everyMs = 25;
const body = JSON.stringify({ query: "{ tasks(first: 10) { nodes { taskId status deadline } } }" });
const taken: number[] = [];
let failures = 0;

async function ask(): Promise<void> {
  const start = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const answer = (await response.json()) as { errors?: unknown };
  if (!response.ok || answer.errors !== undefined) throw new Error("no answer");
  taken.push(performance.now() - start);
}

const open: Promise<void>[] = [];
const end = performance.now() + Number(seconds) * 1_000;
while (performance.now() < end) {
  open.push(
    ask().catch(() => {
      failures += 1;
    }),
  );
  await sleep(everyMs);
}
await Promise.all(open);
console.log(JSON.stringify({ p50Ms: quantile(taken, 0.5), p99Ms: quantile(taken, 0.99), failures }));
