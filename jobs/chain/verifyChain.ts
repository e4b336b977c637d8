import type { PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/**
 * Compares the node's chain with the addresses file: id and hash of block 0.
 * @throws {ConfigError} when it is another chain. An error of the node itself is thrown as it is.
 */
export async function verifyChain(chain: PublicClient, deployment: Deployment): Promise<void> {
  const [chainId, genesis] = await Promise.all([chain.getChainId(), chain.getBlock({ blockNumber: 0n })]);
  if (chainId === deployment.chainId && genesis.hash === deployment.genesisHash) return;
  throw new ConfigError(
    "RPC_URL is a node of another chain than the one in the addresses file (NEKTAR_ADDRESSES).",
    { chainId, genesisHash: genesis.hash, wanted: deployment.chainId },
  );
}
