import { createPublicClient, fallback, type Hex, http } from "viem";

export type BlockHeader = {
  readonly number: bigint;
  readonly hash: Hex;
  readonly parentHash: Hex;
  readonly timestamp: bigint;
};

/** Reads a block's header by its number. @throws {Error} when no node answers, or none has the block. */
export type HeaderReader = (number: bigint) => Promise<BlockHeader>;

const timeoutMs = 2_000;

export function createHeaderReader(rpcUrls: readonly string[]): HeaderReader {
  const transports = rpcUrls.map((url) => http(url, { timeout: timeoutMs, retryCount: 0 }));
  const client = createPublicClient({ transport: fallback(transports, { retryCount: 0 }) });
  return async (blockNumber) => {
    const { number, hash, parentHash, timestamp } = await client.getBlock({ blockNumber });
    return { number, hash, parentHash, timestamp };
  };
}
