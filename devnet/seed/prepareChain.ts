import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { isDevNode, mineUpToNow, withInstantBlocks } from "../chain/devNode.ts";
import type { Settings } from "../settings.ts";
import { deployLocally, deploymentOnChain } from "./deployLocally.ts";
import { operatorIdentities } from "./operatorIdentities.ts";
import { createChainClient } from "./SeedContext.ts";
import { seed } from "./seed.ts";

export type PreparedChain = {
  /** Whether the known accounts have power there: only then operators and activity can be started. */
  readonly local: boolean;
};

/**
 * Makes sure that the protocol is on the chain: deploys and seeds a local one, as far as anything is missing; takes any other
 * as the addresses file describes it.
 *
 * @throws {ConfigError} when the chain is not local and the file does not fit it.
 */
export async function prepareChain(
  settings: Settings,
  rpcUrl: string,
  say: (text: string) => void,
): Promise<PreparedChain> {
  const { addressesFile, dataDirectory, blockTimeSeconds, rpcUrls } = settings;
  const embedded = rpcUrls === null;
  if (!embedded && !(await isDevNode(rpcUrl))) {
    if (await deploymentOnChain(rpcUrl, addressesFile)) return { local: false };
    throw new ConfigError(
      `The chain at RPC_URL is no development node, and ${addressesFile} names no deployment on it: run \`npm run deploy\` for it, or set NEKTAR_ADDRESSES.`,
    );
  }
  const operators = await operatorIdentities(dataDirectory, settings);
  const work = async () => {
    const present = embedded ? undefined : await deploymentOnChain(rpcUrl, addressesFile);
    const deployment = present?.demo ? present : await deployLocally({ rpcUrl, addressesFile, say });
    await seed({ rpcUrl, deployment, operators, progress: say });
    return deployment;
  };
  if (!embedded) await work();
  else {
    const deployment = await withInstantBlocks(rpcUrl, blockTimeSeconds, work);
    // A new chain begins in the past. Once it has tasks, its time must not leap: they would expire.
    if (!(await hasTasks(rpcUrl, deployment))) await mineUpToNow(rpcUrl, blockTimeSeconds);
  }
  return { local: true };
}

async function hasTasks(rpcUrl: string, { chainId, contracts }: Deployment): Promise<boolean> {
  const count = await createChainClient(rpcUrl, chainId).readContract({
    address: contracts.taskManager,
    abi: taskManagerAbi,
    functionName: "taskCount",
  });
  return count > 0n;
}
