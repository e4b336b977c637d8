import { createPublicClient, fallback, http } from "viem";
import type { BlockPosition } from "./queries.ts";

const timeoutMs = 1_000;
const maxAgeMs = 1_000;

/** The chain's newest block as a node knows it; null when no node answers. Asked at most once a second. */
export type HeadReader = () => Promise<BlockPosition | null>;

export function createHeadReader(rpcUrls: readonly string[]): HeadReader {
  const transports = rpcUrls.map((url) => http(url, { timeout: timeoutMs, retryCount: 0 }));
  const client = createPublicClient({ transport: fallback(transports, { retryCount: 0 }) });
  let pending: Promise<BlockPosition | null> | undefined;
  let askedAt = 0;
  return () => {
    const now = Date.now();
    if (pending === undefined || now - askedAt > maxAgeMs) {
      askedAt = now;
      pending = client
        .getBlock({ blockTag: "latest", includeTransactions: false })
        .then(({ number, timestamp }) => ({ number, timestamp }))
        .catch(() => null);
    }
    return pending;
  };
}
