import { createTestClient, type Hex, http, publicActions, walletActions } from "viem";
import { accessManagerAbi } from "../../contracts/generated/accessManager.ts";
import { allocationManagerAbi } from "../../contracts/generated/allocationManager.ts";
import { challengeManagerAbi } from "../../contracts/generated/challengeManager.ts";
import { delegationManagerAbi } from "../../contracts/generated/delegationManager.ts";
import { demoTokenAbi } from "../../contracts/generated/demoToken.ts";
import { networkRegistryAbi } from "../../contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../../contracts/generated/operatorRegistry.ts";
import { priceAttestationNetworkAbi } from "../../contracts/generated/priceAttestationNetwork.ts";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import { slashingManagerAbi } from "../../contracts/generated/slashingManager.ts";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";

/** Far above what any call here costs, so that a call may rest on others of its own block. */
const gas = 6_000_000n;

export type Protocol = Awaited<ReturnType<typeof openProtocol>>;

/** The contracts of a deployment on a local chain whose accounts the node itself unlocks. */
export async function openProtocol(url: string, deployment: Deployment) {
  const { contracts, demo } = deployment;
  if (!demo) throw new Error("the scenario needs the demonstration networks");
  const client = createTestClient({ mode: "anvil", transport: http(url), pollingInterval: 50, cacheTime: 0 })
    .extend(publicActions)
    .extend(walletActions);
  const accounts = (await client.getAddresses()).map((address) => address.toLowerCase() as Hex);
  const account = (index: number): Hex => accounts[index] ?? "0x";
  return {
    client,
    deployment,
    network: demo.factorizationNetwork,
    priceNetwork: demo.priceAttestationNetwork,
    stakeToken: demo.stakeToken,
    rewardToken: demo.rewardToken,
    governor: account(0),
    operators: [account(1), account(2), account(3)] as readonly [Hex, Hex, Hex, ...Hex[]],
    delegators: [account(4), account(5)] as readonly [Hex, Hex, ...Hex[]],
    rootSubmitter: account(6),
    guardian: account(7),
    requester: account(8),
    reporter: account(9),
    accessManager: { address: contracts.accessManager, abi: accessManagerAbi, chain: null, gas },
    operatorRegistry: { address: contracts.operatorRegistry, abi: operatorRegistryAbi, chain: null, gas },
    networkRegistry: { address: contracts.networkRegistry, abi: networkRegistryAbi, chain: null, gas },
    delegationManager: { address: contracts.delegationManager, abi: delegationManagerAbi, chain: null, gas },
    allocationManager: { address: contracts.allocationManager, abi: allocationManagerAbi, chain: null, gas },
    stakeRegistry: { address: contracts.stakeRegistry, abi: stakeRegistryAbi, chain: null, gas },
    taskManager: { address: contracts.taskManager, abi: taskManagerAbi, chain: null, gas },
    challengeManager: { address: contracts.challengeManager, abi: challengeManagerAbi, chain: null, gas },
    slashingManager: { address: contracts.slashingManager, abi: slashingManagerAbi, chain: null, gas },
    rewardsCoordinator: {
      address: contracts.rewardsCoordinator,
      abi: rewardsCoordinatorAbi,
      chain: null,
      gas,
    },
    arbitrated: {
      address: demo.priceAttestationNetwork,
      abi: priceAttestationNetworkAbi,
      chain: null,
      gas,
    },
    stake: { address: demo.stakeToken, abi: demoTokenAbi, chain: null, gas },
    reward: { address: demo.rewardToken, abi: demoTokenAbi, chain: null, gas },

    /** Waits for a transaction. Throws when it reverted. */
    async done(sent: Promise<Hex>) {
      const receipt = await client.waitForTransactionReceipt({ hash: await sent });
      if (receipt.status !== "success") throw new Error(`${receipt.transactionHash} reverted`);
      return receipt;
    },

    /** Puts the transactions of `send` into one block, in their order if they are of one account. */
    async inOneBlock(send: () => Promise<Hex[]>): Promise<void> {
      await client.setAutomine(false);
      const hashes = await send();
      await client.mine({ blocks: 1 });
      await client.setAutomine(true);
      for (const hash of hashes) {
        const receipt = await client.getTransactionReceipt({ hash });
        if (receipt.status !== "success") throw new Error(`${hash} reverted`);
      }
    },

    async passTime(seconds: number): Promise<void> {
      await client.increaseTime({ seconds });
      await client.mine({ blocks: 1 });
    },
  };
}
