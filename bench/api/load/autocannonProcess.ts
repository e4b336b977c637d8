import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import type { LoadOptions, LoadResult } from "./Load.ts";

/** The load of `autocannonLoad` in a process of its own; prints what came of it as JSON. */
const options = JSON.parse(process.argv[2] ?? "") as LoadOptions & { from: number };
const bodies = readFileSync(options.bodies, "utf8").trimEnd().split("\n");
let count = options.from;

function nextBody(): string {
  count += 1;
  const body = bodies[(count - 1) % bodies.length] ?? "";
  return options.unique ? body.replace("#unique#", String(count)) : body;
}

const result = await autocannon({
  url: options.url,
  connections: options.connections,
  duration: options.seconds,
  method: "POST",
  headers: { "content-type": "application/json", accept: options.accept },
  requests: [{ setupRequest: (request) => ({ ...request, body: nextBody() }) }],
});
const { latency, non2xx, errors, timeouts } = result;
const answer: LoadResult = {
  requests: result["2xx"] + non2xx,
  seconds: result.duration,
  p50Ms: latency.p50,
  p99Ms: latency.p99,
  failures: non2xx + errors + timeouts,
};
console.log(JSON.stringify(answer));
