import { RetryableError } from "../../lib/errors/NektarError.ts";

/**
 * One JSON-RPC call to a node.
 *
 * @throws {RetryableError} when the node does not answer in time or answers with an error.
 */
export async function callRpc<Result>(
  url: string,
  method: string,
  params: readonly unknown[] = [],
  timeoutMs = 30_000,
): Promise<Result> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = (await response.json()) as { result?: Result; error?: { message: string } };
    if (answer.error || answer.result === undefined) throw new Error(answer.error?.message ?? "no result");
    return answer.result;
  } catch (cause) {
    throw new RetryableError(`The node did not answer ${method}.`, { method }, { cause });
  }
}
