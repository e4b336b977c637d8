import { createPublicClient, http } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { verifyCode } from "../../lib/chain/verifyCode.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";

const timeoutMs = 5_000;

/**
 * Compares the addresses file with the chain at each endpoint that answers. One that does not is left for later: what the api
 * serves comes from the database.
 *
 * @throws {ConfigError} when an endpoint serves another chain or other contracts.
 */
export async function verifyDeployment(
  rpcUrls: readonly string[],
  deployment: Deployment,
  logger: Logger,
): Promise<void> {
  await Promise.all(
    rpcUrls.map(async (url) => {
      const { host } = new URL(url);
      const client = createPublicClient({ transport: http(url, { timeout: timeoutMs, retryCount: 0 }) });
      try {
        const chainId = await client.getChainId();
        if (chainId !== deployment.chainId) {
          throw new ConfigError(
            `The endpoint ${host} in RPC_URL serves chain ${chainId}; the addresses file (NEKTAR_ADDRESSES) is for chain ${deployment.chainId}.`,
          );
        }
        await verifyCode(client, deployment, "the addresses file (NEKTAR_ADDRESSES)");
      } catch (error) {
        if (error instanceof ConfigError) throw error;
        logger.warn({ host }, "the chain does not answer; its contracts are not compared");
      }
    }),
  );
}
