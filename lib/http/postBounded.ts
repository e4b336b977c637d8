import { RetryableError } from "../errors/NektarError.ts";

/** The answer did not come whole within its bounds, or not at all. */
export class NoAnswerError extends RetryableError {
  override readonly code = "NO_ANSWER";
}

export type BoundedRequest = {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For all of the answer, not only for its beginning. */
  readonly timeoutMs: number;
  readonly mostBytes: number;
  readonly signal: AbortSignal;
};

export type BoundedAnswer = { readonly status: number; readonly text: string };

/**
 * Posts JSON and reads the answer's text. Its size and the time for all of it are bounded, redirects are not followed:
 * whoever answers is trusted with nothing.
 *
 * @throws {NoAnswerError} when the answer is too long or too late; other errors of `fetch` pass through.
 */
export async function postBounded(url: string, request: BoundedRequest): Promise<BoundedAnswer> {
  const { signal, timeoutMs, mostBytes } = request;
  const limit = new AbortController();
  // Not AbortSignal.any: on Node 20 it keeps every short-lived signal alive as long as the client runs.
  const onStop = () => limit.abort(signal.reason);
  signal.addEventListener("abort", onStop, { once: true });
  const timer = setTimeout(() => limit.abort(new NoAnswerError("There was no answer in time.")), timeoutMs);
  try {
    signal.throwIfAborted();
    const response = await orAborted(send(url, request, limit.signal), limit.signal);
    return { status: response.status, text: await readBounded(response, mostBytes, limit.signal) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onStop);
  }
}

function send(url: string, { body, headers }: BoundedRequest, signal: AbortSignal): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body,
    redirect: "error",
    signal,
  });
}

async function readBounded(response: Response, mostBytes: number, signal: AbortSignal): Promise<string> {
  if (response.body === null) return "";
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await orAborted(reader.read(), signal);
      if (done) return Buffer.concat(parts).toString("utf8");
      length += value.length;
      if (length > mostBytes) throw new NoAnswerError("The answer is too long.");
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
