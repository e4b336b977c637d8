import { type Address, type Hex, parseEther, parseEventLogs } from "viem";
import { deploy } from "../../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../../contracts/deploy/deployDemo.ts";
import { demoTokenAbi } from "../../../contracts/generated/demoToken.ts";
import { rewardsCoordinatorAbi } from "../../../contracts/generated/rewardsCoordinator.ts";
import { deploymentSchema } from "../../../lib/chain/deployment.ts";
import { revertReason } from "../../../lib/chain/revert.ts";
import { migrate } from "../../../lib/database/migrate.ts";
import { readStoredProof } from "../../../lib/merkle/storedTree.ts";
import type { EarnedLeaf } from "../../../lib/rewards/leaves.ts";
import { createIndexerTables } from "../../../test/support/createIndexerTables.ts";
import type { TestChain } from "../../../test/support/testChain.ts";
import type { openSender } from "../../transactions/testing/openSender.ts";
import { readStoredEpoch } from "../storedEpochQueries.ts";

/** anvil's first account. */
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

export type Claim = Pick<EarnedLeaf, "earner" | "token" | "cumulative"> & {
  readonly epoch: bigint;
  readonly proof: readonly Hex[];
};

type Options = { readonly epochLengthSeconds: number; readonly activationDelaySeconds: number };
type Schedule = {
  readonly network: Address;
  readonly token: Address;
  readonly amount: bigint;
  readonly firstEpoch: bigint;
  readonly epochs: bigint;
};

/** Contracts with two networks and two tokens on a real chain, and empty indexer's tables: what claims are tested with. */
export async function openClaims(chain: TestChain, sender: ReturnType<typeof openSender>, options: Options) {
  const { client } = chain;
  const { address } = sender.account;
  const config = {
    ...({ rpcUrl: chain.url, deployerKey, rootSubmitter: address, guardian: address } as const),
    ...{ ...options, withdrawalDelaySeconds: 10 },
  };
  const deployment = deploymentSchema.parse(await deployDemo(config, await deploy(config)));
  if (!deployment.demo) throw new Error("the demonstration's tokens are missing");
  const { stakeToken, rewardToken, factorizationNetwork, priceAttestationNetwork } = deployment.demo;
  const coordinator = { address: deployment.contracts.rewardsCoordinator, abi: rewardsCoordinatorAbi };
  await client.setBalance({ address, value: parseEther("100") });
  await migrate(sender.db);
  await createIndexerTables(sender.db);

  const balanceOf = (token: Address, account: Address) =>
    client.readContract({ address: token, abi: demoTokenAbi, functionName: "balanceOf", args: [account] });
  const rootOf = (epoch: bigint) =>
    client.readContract({ ...coordinator, functionName: "rootOf", args: [epoch] });
  const fundsOf = (token: Address) =>
    client.readContract({ ...coordinator, functionName: "fundsOf", args: [token] });
  const callOf = ({ epoch, earner, token, cumulative, proof }: Claim) =>
    ({
      ...coordinator,
      functionName: "claim",
      account: earner,
      args: [epoch, earner, token, cumulative, proof, earner],
    }) as const;

  async function done(sent: Promise<Hex>) {
    const receipt = await client.waitForTransactionReceipt({ hash: await sent });
    if (receipt.status !== "success") throw new Error("a transaction of the test was reverted");
    return receipt;
  }

  /** Pays a schedule in on chain, and writes its event as the indexer would. @returns what was paid in all. */
  async function fund({ network, token, amount, firstEpoch, epochs }: Schedule): Promise<bigint> {
    const [account] = await client.getAddresses();
    if (!account) throw new Error("the chain has no accounts");
    const asErc20 = { address: token, abi: demoTokenAbi, account, chain: null };
    const paid = amount * epochs;
    await done(client.writeContract({ ...asErc20, functionName: "mint", args: [account, paid] }));
    await done(
      client.writeContract({ ...asErc20, functionName: "approve", args: [coordinator.address, paid] }),
    );
    const args = [network, token, amount, firstEpoch, epochs] as const;
    const call = { ...coordinator, functionName: "fundSchedule", args, account, chain: null } as const;
    const { logs } = await done(client.writeContract(call));
    const [event] = parseEventLogs({ abi: rewardsCoordinatorAbi, eventName: "RewardsScheduled", logs });
    if (!event) throw new Error("the schedule has no event");
    const { scheduleId: id, amountPerEpoch: amount_per_epoch } = event.args;
    await sender.db
      .insertInto("indexer.reward_schedule")
      .values({
        ...{ id, network, token, amount_per_epoch, first_epoch: event.args.firstEpoch },
        ...{ epochs: event.args.epochs, created_block: event.blockNumber, created_at: 1n },
        created_tx: event.transactionHash,
      })
      .execute();
    return paid;
  }

  /** Every leaf of an epoch's tree with the proof that is stored of it. */
  async function claimsOf(epoch: bigint): Promise<Claim[]> {
    const { result } = await readStoredEpoch(sender.db, epoch);
    const claims = result.leaves.map(async (leaf) => {
      const proof = await readStoredProof(sender.db, epoch, result.leaves.length, leaf);
      if (!proof) throw new Error(`no proof is stored of ${leaf.earner}`);
      return { ...leaf, epoch, proof };
    });
    return Promise.all(claims);
  }

  /** Why the contract refuses a claim; undefined when it would pay. */
  async function refusal(claim: Claim, account = claim.earner): Promise<string | undefined> {
    try {
      await client.simulateContract({ ...callOf(claim), account });
      return undefined;
    } catch (error) {
      return revertReason(error) ?? String(error);
    }
  }

  /** Claims in the earner's own name. @returns what its balance grew by. */
  async function pay(claim: Claim): Promise<bigint> {
    const { earner, token } = claim;
    await client.setBalance({ address: earner, value: parseEther("1") });
    await client.impersonateAccount({ address: earner });
    const before = await balanceOf(token, earner);
    await done(client.writeContract({ ...callOf(claim), chain: null }));
    return (await balanceOf(token, earner)) - before;
  }

  return {
    ...{ deployment, coordinator, stakeToken, tokens: [rewardToken, stakeToken] as const },
    networks: [factorizationNetwork, priceAttestationNetwork] as const,
    ...{ balanceOf, rootOf, fundsOf, fund, claimsOf, refusal, pay },
  };
}
