import { createPublicClient, fallback, http, type PublicClient } from "viem";

const timeoutMs = 5_000;

/** A client over one or more endpoints of one chain: the next one is asked when one fails. Requests of one instant travel together. */
export function connectChain(rpcUrls: readonly string[]): PublicClient {
  const transports = rpcUrls.map((url) =>
    http(url, { batch: { wait: 2 }, timeout: timeoutMs, retryCount: 1 }),
  );
  return createPublicClient({ transport: fallback(transports), cacheTime: 0 });
}
