import { createPublicClient, fallback, http } from "viem";
import type { BlockPosition } from "./queries.ts";

const timeoutMs = 1_000;
const maxAgeMs = 1_000;

/** A block as a node knows it; null when no node answers, or none knows the tag. Asked at most once a second. */
export type BlockReader = () => Promise<BlockPosition | null>;

/** Reads the chain's newest block (`latest`), or the newest that its validators justified (`safe`). */
export function createBlockReader(rpcUrls: readonly string[], blockTag: "latest" | "safe"): BlockReader {
  const transports = rpcUrls.map((url) => http(url, { timeout: timeoutMs, retryCount: 0 }));
  const client = createPublicClient({ transport: fallback(transports, { retryCount: 0 }) });
  let pending: Promise<BlockPosition | null> | undefined;
  let askedAt = 0;
  return () => {
    const now = Date.now();
    if (pending === undefined || now - askedAt > maxAgeMs) {
      askedAt = now;
      pending = client
        .getBlock({ blockTag, includeTransactions: false })
        .then(({ number, timestamp }) => (number === null ? null : { number, timestamp }))
        .catch(() => null);
    }
    return pending;
  };
}
