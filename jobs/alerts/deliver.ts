import { describeFault } from "../../lib/errors/describeFault.ts";
import { postBounded } from "../../lib/http/postBounded.ts";
import type { AlertSettings, Endpoint } from "./Endpoint.ts";
import { type Message, signedHeaders } from "./message.ts";

/** For an endpoint's whole answer. */
const timeoutMs = 5_000;
const mostBytes = 64 * 1024;
const gone = 410;

export type Outcome = "delivered" | "failed" | "gone";

/** Posts a message once. Never throws for what the endpoint does. */
export async function deliver(
  { secret }: Pick<AlertSettings, "secret">,
  { url }: Endpoint,
  message: Message,
): Promise<{ readonly outcome: Outcome; readonly answer: string }> {
  try {
    const headers = signedHeaders(secret, message, new Date());
    const { signal } = new AbortController();
    const { status } = await postBounded(url, { body: message.body, headers, timeoutMs, mostBytes, signal });
    const outcome = status >= 200 && status < 300 ? "delivered" : status === gone ? "gone" : "failed";
    return { outcome, answer: `status ${status}` };
  } catch (error) {
    return { outcome: "failed", answer: describeFault(error) };
  }
}
