import { type Address, type Hex, parseEther, parseEventLogs } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploy } from "../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../contracts/deploy/deployDemo.ts";
import { demoTokenAbi } from "../../contracts/generated/demoToken.ts";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import { deploymentSchema } from "../../lib/chain/deployment.ts";
import { revertReason } from "../../lib/chain/revert.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { readStoredProof } from "../../lib/merkle/storedTree.ts";
import type { EarnedLeaf } from "../../lib/rewards/leaves.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { openSender } from "../transactions/testing/openSender.ts";
import { sumOf } from "./arithmetic.ts";
import { calculateInStages } from "./calculateInStages.ts";
import { settleRoot } from "./settleRoot.ts";
import { readStoredEpoch } from "./storedEpochQueries.ts";
import { fillRandomStake } from "./testing/fillRandomStake.ts";

/** anvil's first account. */
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const [epochLengthSeconds, activationDelaySeconds] = [100, 1_000];
/** The schedules pay epochs 1 to 3. */
const [first, last] = [1n, 3n];
const seed = 20_261;

type Claim = Pick<EarnedLeaf, "earner" | "token" | "cumulative"> & {
  readonly epoch: bigint;
  readonly proof: readonly Hex[];
};

let database: TestDatabase;
let chain: TestChain;
let sender: ReturnType<typeof openSender>;
let coordinator: { readonly address: Address; readonly abi: typeof rewardsCoordinatorAbi };
let tokens: readonly Address[];
/** By token, what all schedules brought in, in its smallest unit. */
const funded = new Map<Address, bigint>();

beforeAll(async () => {
  [database, chain] = await Promise.all([createTestDatabase(), startChain()]);
  sender = openSender({ url: database.url, rpcUrl: chain.url, name: "root submitter" });
  const { address } = sender.account;
  const config = {
    ...({ rpcUrl: chain.url, deployerKey, rootSubmitter: address, guardian: address } as const),
    ...{ epochLengthSeconds, activationDelaySeconds, withdrawalDelaySeconds: 10 },
  };
  const deployment = deploymentSchema.parse(await deployDemo(config, await deploy(config)));
  coordinator = { address: deployment.contracts.rewardsCoordinator, abi: rewardsCoordinatorAbi };
  if (!deployment.demo) throw new Error("the demonstration's tokens are missing");
  const { stakeToken, rewardToken, factorizationNetwork, priceAttestationNetwork } = deployment.demo;
  tokens = [rewardToken, stakeToken];
  const networks = [factorizationNetwork, priceAttestationNetwork];

  await chain.client.setBalance({ address, value: parseEther("100") });
  await migrate(sender.db);
  await createIndexerTables(sender.db);
  const genesis = BigInt(deployment.epoch.genesis);
  const seconds = Number(last + 1n) * epochLengthSeconds;
  await fillRandomStake(sender.db, { networks, asset: stakeToken, genesis, seconds, seed });
  for (const [row, network] of networks.entries())
    for (const [column, token] of tokens.entries())
      await fund(network, token, 10n ** 18n + BigInt(7 * row + 3 * column + 1));

  await chain.client.mine({ blocks: 60, interval: 10 });
  const { number } = await chain.client.getBlock();
  const end: [bigint, bigint] = [genesis + BigInt(seconds), number];
  await setProgress(sender.db, { latest: end, finalized: end });
  const context = { db: sender.db, deployment, sender, chain: sender.chain, logger: sender.logger };
  for (let epoch = 0n; epoch <= last; epoch++) {
    await calculateInStages(context, epoch);
    await settleRoot(context, epoch);
    await waitFor("the root", async () => (await rootOf(epoch)).activatesAt > 0n);
  }
});
afterAll(async () => {
  await sender.close();
  await Promise.all([chain.stop(), database.drop()]);
});

/** Pays a schedule in on chain, and writes its event as the indexer would. */
async function fund(network: Address, token: Address, amount: bigint): Promise<void> {
  const { client } = chain;
  const [account] = await client.getAddresses();
  if (!account) throw new Error("the chain has no accounts");
  const [epochs, asErc20] = [last - first + 1n, { address: token, abi: demoTokenAbi, account, chain: null }];
  const paid = amount * epochs;
  await done(client.writeContract({ ...asErc20, functionName: "mint", args: [account, paid] }));
  await done(
    client.writeContract({ ...asErc20, functionName: "approve", args: [coordinator.address, paid] }),
  );
  const args = [network, token, amount, first, epochs] as const;
  const call = { ...coordinator, functionName: "fundSchedule", args, account, chain: null } as const;
  const { logs } = await done(client.writeContract(call));
  const [event] = parseEventLogs({ abi: rewardsCoordinatorAbi, eventName: "RewardsScheduled", logs });
  if (!event) throw new Error("the schedule has no event");
  await sender.db
    .insertInto("indexer.reward_schedule")
    .values({
      ...{ id: event.args.scheduleId, network, token, amount_per_epoch: event.args.amountPerEpoch },
      ...{ first_epoch: event.args.firstEpoch, epochs: event.args.epochs },
      ...{ created_block: event.blockNumber, created_at: 1n, created_tx: event.transactionHash },
    })
    .execute();
  funded.set(token, (funded.get(token) ?? 0n) + paid);
}

async function done(sent: Promise<Hex>) {
  const receipt = await chain.client.waitForTransactionReceipt({ hash: await sent });
  expect(receipt.status).toBe("success");
  return receipt;
}

const rootOf = (epoch: bigint) =>
  chain.client.readContract({ ...coordinator, functionName: "rootOf", args: [epoch] });
const balanceOf = (token: Address, account: Address) =>
  chain.client.readContract({
    address: token,
    abi: demoTokenAbi,
    functionName: "balanceOf",
    args: [account],
  });
const callOf = ({ epoch, earner, token, cumulative, proof }: Claim) =>
  ({
    ...coordinator,
    functionName: "claim",
    account: earner,
    args: [epoch, earner, token, cumulative, proof, earner],
  }) as const;

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
    await chain.client.simulateContract({ ...callOf(claim), account });
    return undefined;
  } catch (error) {
    return revertReason(error) ?? String(error);
  }
}

/** Claims in the earner's own name. @returns what its balance grew by. */
async function pay(claim: Claim): Promise<bigint> {
  const { earner, token } = claim;
  await chain.client.setBalance({ address: earner, value: parseEther("1") });
  await chain.client.impersonateAccount({ address: earner });
  const before = await balanceOf(token, earner);
  await done(chain.client.writeContract({ ...callOf(claim), chain: null }));
  return (await balanceOf(token, earner)) - before;
}

describe(`claims of every earner of an epoch of random stake (seed ${seed})`, () => {
  it("are refused until the root is active", async () => {
    const claims = await claimsOf(first);
    for (const claim of claims) expect(await refusal(claim)).toMatch(/^RootNotActive/);
    await chain.client.increaseTime({ seconds: activationDelaySeconds + 1 });
    await chain.client.mine({ blocks: 1 });
    expect(new Set(claims.map(({ earner }) => earner)).size).toBeGreaterThanOrEqual(20);
    expect(new Set(claims.map(({ token }) => token))).toEqual(new Set(tokens));
  });

  it("are refused for another amount, by another's proof, leaf, epoch or account", async () => {
    const claims = await claimsOf(first);
    for (const [index, claim] of claims.entries()) {
      // An earner has a leaf for each token at most: so many on, it is another earner's.
      const other = claims[(index + tokens.length) % claims.length] ?? claim;
      for (const wrong of [
        { ...claim, cumulative: claim.cumulative + 1n },
        { ...claim, cumulative: claim.cumulative - 1n },
        { ...claim, proof: other.proof },
        { ...claim, proof: [] },
        { ...other, earner: claim.earner },
        { ...claim, epoch: last },
      ])
        expect(await refusal(wrong)).toMatch(/^InvalidProof/);
      expect(await refusal(claim, other.earner)).toMatch(/^NotClaimer/);
      expect(await refusal(claim)).toBeUndefined();
    }
  });

  it("pay each exactly its cumulative amount by its stored proof, and the root's total in all", async () => {
    const claims = await claimsOf(first);
    let paid = 0n;
    for (const claim of claims) {
      const grown = await pay(claim);
      expect(grown).toBe(claim.cumulative);
      expect(await balanceOf(claim.token, claim.earner)).toBe(claim.cumulative);
      paid += grown;
    }
    expect(paid).toBe((await rootOf(first)).total);
  });

  it("pay nothing a second time", async () => {
    for (const claim of await claimsOf(first)) expect(await refusal(claim)).toMatch(/^NothingToClaim/);
  });

  it("pay by a later root all that was earned since, though the epoch between was left out", async () => {
    const claims = await claimsOf(last);
    for (const claim of claims) {
      const before = await balanceOf(claim.token, claim.earner);
      expect(await pay(claim)).toBe(claim.cumulative - before);
      expect(await balanceOf(claim.token, claim.earner)).toBe(claim.cumulative);
    }
    expect(sumOf(claims, ({ cumulative }) => cumulative)).toBe((await rootOf(last)).total);
    for (const claim of claims) expect(await refusal(claim)).toMatch(/^NothingToClaim/);
    // The epoch between gives nothing any more either: its totals are no more than what was paid.
    for (const claim of await claimsOf(last - 1n)) expect(await refusal(claim)).toMatch(/^NothingToClaim/);
  });

  it("leave in the contract what the pots carry on, and nothing else", async () => {
    const { result } = await readStoredEpoch(sender.db, last);
    for (const token of tokens) {
      const carried = sumOf(
        result.pots.filter((pot) => pot.token === token),
        (pot) => pot.carryOut,
      );
      const paid = sumOf(
        result.leaves.filter((leaf) => leaf.token === token),
        ({ cumulative }) => cumulative,
      );
      expect(paid + carried).toBe(funded.get(token));
      expect(await balanceOf(token, coordinator.address)).toBe(carried);
      const funds = { ...coordinator, functionName: "fundsOf", args: [token] } as const;
      expect(await chain.client.readContract(funds)).toBe(carried);
    }
  });
});
