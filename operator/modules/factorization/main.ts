import { createInterface } from "node:readline";
import { respond } from "./respond.ts";

/**
 * The module of the demonstration network: an executable that reads `{"id","payload"}` and writes `{"id","response"}` or
 * `{"id","error"}`, a JSON line each. It ends when its input ends, so that it never outlives the operator client.
 */
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  process.stdout.write(`${JSON.stringify(answer(line))}\n`);
}

function answer(line: string): { id: unknown; response: string } | { id: unknown; error: string } {
  let id: unknown = null;
  try {
    const request: unknown = JSON.parse(line);
    if (typeof request !== "object" || request === null)
      return { id, error: "The request is not an object." };
    id = "id" in request ? request.id : null;
    const payload = "payload" in request ? request.payload : undefined;
    if (typeof payload !== "string") return { id, error: "The request has no payload." };
    return { id, response: respond(payload) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : "unknown" };
  }
}
