import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { PollOptions, PollResult } from "./poll.ts";

/**
 * As many clients as there are bodies, each on a connection of its own, each sending its body once a second, spread over the
 * second. What came of it is printed as JSON.
 */
const { url, bodies: file, seconds } = JSON.parse(process.argv[2] ?? "") as PollOptions;
const bodies = readFileSync(file, "utf8").trimEnd().split("\n");
const tags = new Map<number, string>();
const counts = { requests: 0, notModified: 0, failures: 0 };
const agents = bodies.map(() => new Agent({ keepAlive: true, maxSockets: 1 }));

function poll(client: number): void {
  const tag = tags.get(client);
  const headers = { "content-type": "application/json", ...(tag ? { "if-none-match": tag } : {}) };
  const sent = request(url, { method: "POST", agent: agents[client], headers }, (response) =>
    take(client, response),
  );
  sent.on("error", () => {
    counts.failures += 1;
  });
  sent.end(bodies[client]);
}

function take(client: number, response: IncomingMessage): void {
  counts.requests += 1;
  const { etag } = response.headers;
  if (etag) tags.set(client, etag);
  if (response.statusCode === 304) counts.notModified += 1;
  else if (response.statusCode !== 200) counts.failures += 1;
  response.resume();
}

const startedAt = performance.now();
const wanted = bodies.length * seconds;
for (let sent = 0; sent < wanted; ) {
  const due = Math.min(wanted, Math.floor(((performance.now() - startedAt) / 1_000) * bodies.length));
  for (; sent < due; sent += 1) poll(sent % bodies.length);
  await sleep(2);
}
// A busy machine may be late; what is not answered by then is missing.
for (let waited = 0; waited < 10_000 && counts.requests + counts.failures < wanted; waited += 50)
  await sleep(50);
console.log(JSON.stringify(counts satisfies PollResult));
process.exit(0);
