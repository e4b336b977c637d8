import { NektarError } from "../../lib/errors/NektarError.ts";

/** The endpoint gave no answer that can be used: it is down, slow, busy, or no Nektar API. */
export class ApiError extends NektarError {
  readonly code = "API_UNUSABLE";
}

/** Longest answer that is read, in bytes: a page of tasks with long payloads fits many times. */
export const mostAnswerBytes = 4 * 1024 * 1024;
const timeoutMs = 8_000;

/**
 * Sends one GraphQL request and returns the unparsed `data` of its answer. The answer's size and the time for all of it
 * are bounded, redirects are not followed.
 *
 * @throws {ApiError} when there is no such answer.
 */
export async function postGraphql(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<unknown> {
  const limit = new AbortController();
  // Not AbortSignal.any: on Node 20 it keeps every short-lived signal alive as long as the client runs.
  const onStop = () => limit.abort(signal.reason);
  signal.addEventListener("abort", onStop, { once: true });
  const timer = setTimeout(() => limit.abort(new ApiError("The API gave no answer in time.")), timeoutMs);
  try {
    signal.throwIfAborted();
    const body = JSON.stringify({ query, variables });
    const response = await orAborted(send(url, body, limit.signal), limit.signal);
    const text = await readBounded(response, limit.signal);
    if (!response.ok) throw new ApiError(`The API answered with status ${response.status}.`);
    return dataOf(text);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onStop);
  }
}

function send(url: string, body: string, signal: AbortSignal): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
      // Guards against cross-site requests ask for any header that a plain form cannot send.
      "x-nektar-csrf": "nektar-operator",
    },
    body,
    redirect: "error",
    signal,
  });
}

async function readBounded(response: Response, signal: AbortSignal): Promise<string> {
  if (response.body === null) return "";
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await orAborted(reader.read(), signal);
      if (done) return Buffer.concat(parts).toString("utf8");
      length += value.length;
      if (length > mostAnswerBytes) throw new ApiError("The API's answer is too long.");
      parts.push(value);
    }
  } finally {
    // Closes the connection when the answer was not read to its end.
    reader.cancel().catch(() => undefined);
  }
}

/** fetch forgets its signal while a body comes in slowly (it holds it weakly), so every wait is cut off here. */
async function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  let onAbort = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

function dataOf(text: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ApiError("The API's answer is not JSON.");
  }
  if (typeof json !== "object" || json === null) throw new ApiError("The API's answer is not an object.");
  if ("errors" in json && Array.isArray(json.errors) && json.errors.length > 0) {
    throw new ApiError("The API answered with errors.", { first: firstMessage(json.errors[0]) });
  }
  if (!("data" in json)) throw new ApiError("The API's answer holds no data.");
  return json.data;
}

function firstMessage(error: unknown): string {
  const message =
    typeof error === "object" && error !== null && "message" in error ? error.message : undefined;
  return String(message).slice(0, 200);
}
