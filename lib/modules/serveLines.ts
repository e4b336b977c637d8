import { createInterface } from "node:readline";

/** What a module computes: the response to a payload, both 0x and hex digits. An error's message is reported. */
export type Respond = (payload: string) => string | Promise<string>;

/**
 * The frame of a module that runs as a child process: reads `{"id","payload"}` and writes `{"id","response"}` or
 * `{"id","error"}`, a JSON line each. It ends when its input ends, so that it never outlives the operator client.
 */
export async function serveLines(respond: Respond): Promise<void> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) process.stdout.write(`${JSON.stringify(await answer(line, respond))}\n`);
}

type Answer = { id: unknown; response: string } | { id: unknown; error: string };

async function answer(line: string, respond: Respond): Promise<Answer> {
  let id: unknown = null;
  try {
    const request: unknown = JSON.parse(line);
    if (typeof request !== "object" || request === null)
      return { id, error: "The request is not an object." };
    id = "id" in request ? request.id : null;
    const payload = "payload" in request ? request.payload : undefined;
    if (typeof payload !== "string") return { id, error: "The request has no payload." };
    return { id, response: await respond(payload) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : "unknown" };
  }
}
