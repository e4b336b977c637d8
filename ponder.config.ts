import { createConfig, factory } from "ponder";
import { getAbiItem } from "viem";
import { accessManagerAbi } from "./contracts/generated/accessManager.ts";
import { allocationManagerAbi } from "./contracts/generated/allocationManager.ts";
import { challengeManagerAbi } from "./contracts/generated/challengeManager.ts";
import { delegationManagerAbi } from "./contracts/generated/delegationManager.ts";
import { networkRegistryAbi } from "./contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "./contracts/generated/operatorRegistry.ts";
import { priceAttestationNetworkAbi } from "./contracts/generated/priceAttestationNetwork.ts";
import { rewardsCoordinatorAbi } from "./contracts/generated/rewardsCoordinator.ts";
import { slashingManagerAbi } from "./contracts/generated/slashingManager.ts";
import { stakeRegistryAbi } from "./contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "./contracts/generated/taskManager.ts";
import { readIndexerConfig } from "./indexer/config.ts";

const { databaseUrl, rpcUrls, pollingMs, logsRange, deployment } = readIndexerConfig();
const { chainId, contracts, startBlock } = deployment;
const chain = "nektar";

/** Every network's contract, those that are still to come too: networks with an arbiter tell of its rulings themselves. */
const anyNetwork = factory({
  address: contracts.networkRegistry,
  event: getAbiItem({ abi: networkRegistryAbi, name: "NetworkRegistered" }),
  parameter: "network",
  startBlock,
});

/** What Ponder indexes. It runs this file in its own process, which `indexer/main.ts` starts. */
export default createConfig({
  // One chain: events come in the chain's own order, and the safe checkpoint equals the finalized one.
  ordering: "omnichain",
  database: { kind: "postgres", connectionString: databaseUrl, poolConfig: { max: 17 } },
  chains: {
    nektar: {
      id: chainId,
      rpc: [...rpcUrls],
      pollingInterval: pollingMs,
      ...(logsRange === undefined ? {} : { ethGetLogsBlockRange: logsRange }),
    },
  },
  contracts: {
    AccessManager: { chain, abi: accessManagerAbi, address: contracts.accessManager, startBlock },
    OperatorRegistry: { chain, abi: operatorRegistryAbi, address: contracts.operatorRegistry, startBlock },
    NetworkRegistry: { chain, abi: networkRegistryAbi, address: contracts.networkRegistry, startBlock },
    DelegationManager: { chain, abi: delegationManagerAbi, address: contracts.delegationManager, startBlock },
    AllocationManager: { chain, abi: allocationManagerAbi, address: contracts.allocationManager, startBlock },
    StakeRegistry: { chain, abi: stakeRegistryAbi, address: contracts.stakeRegistry, startBlock },
    TaskManager: { chain, abi: taskManagerAbi, address: contracts.taskManager, startBlock },
    ChallengeManager: { chain, abi: challengeManagerAbi, address: contracts.challengeManager, startBlock },
    SlashingManager: { chain, abi: slashingManagerAbi, address: contracts.slashingManager, startBlock },
    RewardsCoordinator: {
      chain,
      abi: rewardsCoordinatorAbi,
      address: contracts.rewardsCoordinator,
      startBlock,
    },
    PriceAttestationNetwork: { chain, abi: priceAttestationNetworkAbi, address: anyNetwork, startBlock },
  },
});
