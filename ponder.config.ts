import { createConfig } from "ponder";
import { delegationManagerAbi } from "./contracts/generated/delegationManager.ts";
import { networkRegistryAbi } from "./contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "./contracts/generated/operatorRegistry.ts";
import { rewardsCoordinatorAbi } from "./contracts/generated/rewardsCoordinator.ts";
import { stakeRegistryAbi } from "./contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "./contracts/generated/taskManager.ts";
import { readIndexerConfig } from "./indexer/config.ts";
import { withLocalParallelism } from "./indexer/rpcUrls.ts";

const { databaseUrl, rpcUrls, pollingMs, deployment } = readIndexerConfig();
const { chainId, contracts, startBlock } = deployment;
const chain = "nektar";

/** What Ponder indexes. It runs this file in its own process, which `indexer/main.ts` starts. */
export default createConfig({
  // One chain: events come in the chain's own order, and the safe checkpoint equals the finalized one.
  ordering: "omnichain",
  database: { kind: "postgres", connectionString: databaseUrl, poolConfig: { max: 17 } },
  chains: {
    nektar: { id: chainId, rpc: withLocalParallelism(rpcUrls), pollingInterval: pollingMs },
  },
  contracts: {
    OperatorRegistry: { chain, abi: operatorRegistryAbi, address: contracts.operatorRegistry, startBlock },
    NetworkRegistry: { chain, abi: networkRegistryAbi, address: contracts.networkRegistry, startBlock },
    DelegationManager: { chain, abi: delegationManagerAbi, address: contracts.delegationManager, startBlock },
    StakeRegistry: { chain, abi: stakeRegistryAbi, address: contracts.stakeRegistry, startBlock },
    TaskManager: { chain, abi: taskManagerAbi, address: contracts.taskManager, startBlock },
    RewardsCoordinator: {
      chain,
      abi: rewardsCoordinatorAbi,
      address: contracts.rewardsCoordinator,
      startBlock,
    },
  },
});
