import type { PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { verifyCode } from "../../lib/chain/verifyCode.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/**
 * Compares the node's chain with the addresses file: id, hash of block 0, and the code of every contract.
 * @throws {ConfigError} when it is another chain or the contracts are others. An error of the node itself is thrown as it is.
 */
export async function verifyChain(chain: PublicClient, deployment: Deployment): Promise<void> {
  const [chainId, genesis] = await Promise.all([chain.getChainId(), chain.getBlock({ blockNumber: 0n })]);
  if (chainId !== deployment.chainId || genesis.hash !== deployment.genesisHash) {
    throw new ConfigError(
      "RPC_URL is a node of another chain than the one in the addresses file (NEKTAR_ADDRESSES).",
      { chainId, genesisHash: genesis.hash, wanted: deployment.chainId },
    );
  }
  await verifyCode(chain, deployment, "the addresses file (NEKTAR_ADDRESSES)");
}
