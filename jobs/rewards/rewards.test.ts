// Over 300 lines, and whole: each test takes up the epochs, roots and blocks that the one before left on one chain.
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { type Address, keccak256, parseEther, toBytes, zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploy } from "../../contracts/deploy/deploy.ts";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { buildRewardTree } from "../../lib/merkle/rewardTree.ts";
import { explainReward } from "../../lib/rewards/explainReward.ts";
import { readRewardFacts } from "../../lib/rewards/readRewardFacts.ts";
import { startProcess } from "../../test/support/childProcess.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import type { SendingContext } from "../context.ts";
import type { CrashPoint } from "../transactions/crashPoint.ts";
import { openSender } from "../transactions/testing/openSender.ts";
import { RewardsError } from "./arithmetic.ts";
import { hashBundle } from "./bundleStore.ts";
import { calculateInStages } from "./calculateInStages.ts";
import type { RewardsContext } from "./context.ts";
import { nextEpoch } from "./epochQueries.ts";
import { prepareEpoch } from "./prepareEpoch.ts";
import { settleRoot } from "./settleRoot.ts";
import { findStage } from "./stageQueries.ts";
import { EpochNotDueError } from "./stages/01-snapshot.ts";
import { readStoredEpoch } from "./storedEpochQueries.ts";
import { fillSlashes, fillWorkedExample } from "./testing/fillEpoch.ts";
import { names } from "./testing/workedExample.ts";

/** anvil's first account. */
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const guardian = privateKeyToAccount(keccak256(toBytes("guardian")));
const five = [1, 2, 3, 4, 5];

let database: TestDatabase;
let chain: TestChain;
let deployment: Deployment;
let context: SendingContext;
let calculating: RewardsContext;
let sender: ReturnType<typeof openSender>;

beforeAll(async () => {
  [database, chain] = await Promise.all([createTestDatabase(), startChain()]);
  sender = openSender({ url: database.url, rpcUrl: chain.url, name: "root submitter" });
  const delays = { withdrawalDelaySeconds: 10, activationDelaySeconds: 1_000 };
  deployment = await deploy({
    ...{ rpcUrl: chain.url, deployerKey, epochLengthSeconds: 100, ...delays },
    ...{ rootSubmitter: sender.account.address, guardian: guardian.address },
  });
  for (const { address } of [sender.account, guardian])
    await chain.client.setBalance({ address, value: parseEther("100") });
  await migrate(sender.db);
  await createIndexerTables(sender.db);
  await fillWorkedExample(sender.db, BigInt(deployment.epoch.genesis));
  await fillSlashes(sender.db, BigInt(deployment.epoch.genesis));
  await chain.client.mine({ blocks: 60, interval: 10 });
  const { db, logger } = sender;
  context = { db, deployment, sender, logger };
  calculating = { db, deployment, chain: sender.chain, logger };
});
afterAll(async () => {
  await sender.close();
  await Promise.all([chain.stop(), database.drop()]);
});

/** The indexer has seen `seconds` since the genesis as final. */
async function finalizeUntil(seconds: number): Promise<void> {
  const timestamp = BigInt(deployment.epoch.genesis + seconds);
  const { number } = await chain.client.getBlock();
  await setProgress(sender.db, { latest: [timestamp + 50n, number], finalized: [timestamp, number] });
}

const coordinator = () => ({ address: deployment.contracts.rewardsCoordinator, abi: rewardsCoordinatorAbi });
/** A chain that mines each transaction at once still answers before it has done so. */
const mined = () =>
  waitFor("an empty pool", async () => (await chain.client.getTxpoolStatus()).pending === 0);
const rootOf = async (epoch: bigint) => {
  await mined();
  return readRoot(epoch);
};
const readRoot = (epoch: bigint) =>
  chain.client.readContract({ ...coordinator(), functionName: "rootOf", args: [epoch] });
const stateOf = async (epoch: bigint) => (await readStoredEpoch(sender.db, epoch)).state;

/** What the indexer would write of a root that stands on chain. */
async function indexRoot(epoch: bigint): Promise<void> {
  const { root, bundleHash, total, activatesAt, disabled } = await rootOf(epoch);
  const id = `${epoch}:1:1`;
  const origin = { created_block: 1n, created_at: 1n, created_tx: zeroHash };
  const state = { disabled, disabled_at: null, disabled_tx: null };
  await sender.db
    .insertInto("indexer.reward_root")
    .values({
      id,
      epoch,
      root,
      bundle_hash: bundleHash,
      total,
      activates_at: activatesAt,
      ...state,
      ...origin,
    })
    .execute();
  await sender.db.insertInto("indexer.epoch_root").values({ epoch, root_id: id }).execute();
}

describe("reward epochs from the indexer's tables to the chain", () => {
  it("are not calculated before their end is final, nor out of order", async () => {
    await finalizeUntil(99);
    await expect(prepareEpoch(sender.db, sender.chain, deployment, 0n)).rejects.toThrow(EpochNotDueError);
    await finalizeUntil(200);
    await expect(prepareEpoch(sender.db, sender.chain, deployment, 1n)).rejects.toThrow(EpochNotDueError);
  });

  it("pay the worked example, once, when five calculate it at the same time", async () => {
    await finalizeUntil(100);
    await Promise.all(five.map(() => calculateInStages(calculating, 0n)));
    const { result } = await readStoredEpoch(sender.db, 0n);
    expect(result.pots).toMatchObject([{ pot: 1000n, paid: 998n, carryOut: 2n }]);
    expect(result.operators.map((row) => row.score)).toEqual([22500n, 5000n]);
    expect(result.delegators.map((row) => row.amount)).toEqual([491n, 245n, 181n]);
    expect(result.leaves.map((row) => row.cumulative)).toEqual([81n, 672n, 245n]);
    expect(await nextEpoch(sender.db)).toBe(1n);
  });

  it("name the first and last block of the epoch", async () => {
    const { facts } = await readStoredEpoch(sender.db, 0n);
    const { genesis } = deployment.epoch;
    const timeOf = async (block: bigint) =>
      Number((await chain.client.getBlock({ blockNumber: block })).timestamp);
    const [first, last] = [facts.first_block ?? -1n, facts.last_block ?? -1n];
    expect(await timeOf(first)).toBeGreaterThanOrEqual(genesis);
    // The epochs begin at the chain's first block when all was deployed in its first second.
    if (first > 0n) expect(await timeOf(first - 1n)).toBeLessThan(genesis);
    expect(await timeOf(last)).toBeLessThan(genesis + 100);
    expect(await timeOf(last + 1n)).toBeGreaterThanOrEqual(genesis + 100);
  });

  it("are submitted once when five publish at the same time, and verified by chain and indexer", async () => {
    await Promise.all(five.map(() => settleRoot(context, 0n)));
    const { facts } = await readStoredEpoch(sender.db, 0n);
    expect(await rootOf(0n)).toMatchObject({ root: facts.root, bundleHash: facts.bundle_hash, total: 998n });
    await settleRoot(context, 0n);
    expect(await stateOf(0n)).toBe("calculated"); // the indexer has not seen it
    await indexRoot(0n);
    await settleRoot(context, 0n);
    expect(await stateOf(0n)).toBe("submitted");
    const sent = await sender.db.selectFrom("nektar.transaction").select("purpose").execute();
    expect(sent).toEqual([{ purpose: `root:0:${facts.bundle_hash}` }]);
  });

  it("carry what was not paid, and pay lost bonds and slashed stake to those that were not slashed", async () => {
    await finalizeUntil(200);
    await calculateInStages(calculating, 1n);
    const { result } = await readStoredEpoch(sender.db, 1n);
    // Weights and shares go on as steps from epoch 0; the parameters are those of epoch 1, the commissions still the first.
    // Pot: 2 carried, 600 lost bond, 398 slashed stake. A: W = 300 * 100, signed 1 of 1. B was slashed in the last second.
    expect(result.pots).toMatchObject([
      { token: names.token, scheduled: 0n, forfeited: 998n, carryIn: 2n, pot: 1000n, paid: 1000n },
    ]);
    const facts = result.operators.map((row) => [row.performanceBps, row.commissionBps, row.slashed]);
    expect(facts).toEqual([
      [9_999, 1_000, false],
      [9_999, 0, true],
    ]);
    expect(result.operators.map(({ score, gross }) => [score, gross])).toEqual([
      [30_000n, 1000n],
      [0n, 0n],
    ]);
    // floor(1000 * 1000 / 10000) = 100 for A; of 900, d1 with 200 shares has 600 and d2 with 100 has 300.
    const { operatorA, delegator1, delegator2, token } = names;
    expect(result.leaves).toMatchObject([
      { earner: operatorA, token, cumulative: 81n + 100n },
      { earner: delegator1, token, cumulative: 672n + 600n },
      { earner: delegator2, token, cumulative: 245n + 300n },
    ]);
  });

  it("score an operator 0 that was slashed in the first second, and the other as before", async () => {
    await finalizeUntil(300);
    await calculateInStages(calculating, 2n);
    const { result } = await readStoredEpoch(sender.db, 2n);
    expect(result.operators.map(({ slashed, score, gross }) => [slashed, score, gross])).toEqual([
      [true, 0n, 0n],
      [false, 10_000n, 7n],
    ]);
    // B's commission is 99.99 % from epoch 2 on: floor(7 * 9999 / 10000) = 6, and 1 for d1.
    expect(result.operators.map(({ commission }) => commission)).toEqual([0n, 6n]);
    expect(result.pots).toMatchObject([{ forfeited: 7n, pot: 7n, paid: 7n, carryOut: 0n }]);
    expect(result.leaves.map((row) => row.cumulative)).toEqual([181n, 6n, 1273n, 545n]);
  });

  it("are explained from what is stored and indexed, also when it is nothing", async () => {
    const { network, operatorA, operatorB, delegator1, delegator2, asset } = names;
    const explain = async (epoch: bigint, earner: Address) => {
      const facts = await readRewardFacts(sender.db, deployment.epoch, { epoch, network, earner });
      return facts && explainReward(facts);
    };
    expect((await explain(0n, delegator1))?.tokens).toMatchObject([{ amount: 672n, reason: null }]);
    const [{ steps } = { steps: [] }] = (await explain(0n, delegator2))?.tokens ?? [];
    expect(steps.map(({ calculation, value }) => [calculation, value])).toEqual([
      ["1000 + 0 + 0 + 0", 1000n],
      ["27500", 27500n],
      ["300 * 100", 30000n],
      ["floor(30000 * ((10000 - 5000) * 2 + 5000 * 1) / (10000 * 2))", 22500n],
      ["floor(1000 * 22500 / 27500)", 818n],
      ["floor(818 * 1000 / 10000)", 81n],
      ["818 - 81", 737n],
      ["floor(737 * 30000 / 30000)", 737n],
      ["100 * 100", 10000n],
      ["floor(737 * 10000 / 30000)", 245n],
    ]);
    expect(await explain(1n, operatorB)).toMatchObject({ reason: "OPERATOR_SLASHED" });
    expect(await explain(0n, asset)).toMatchObject({ reason: "NO_STAKE" });
    expect((await explain(2n, operatorA))?.tokens).toMatchObject([{ amount: 0n }]);
    expect(await explain(9n, operatorA)).toBeUndefined();
  });

  it("come out the same when they are calculated again later", async () => {
    const { facts } = await readStoredEpoch(sender.db, 0n);
    const again = await prepareEpoch(sender.db, sender.chain, deployment, 0n);
    expect(await hashBundle(again.bundle())).toBe(facts.bundle_hash);
    expect(again.facts.root).toBe(facts.root);
  });

  it("halt when another root stands on chain, and go on when it was disabled", async () => {
    await finalizeUntil(400);
    await calculateInStages(calculating, 3n);
    const foreign = { ...coordinator(), account: sender.account, chain: null } as const;
    const args = [2n, keccak256("0x01"), keccak256("0x02"), 1n] as const;
    await chain.client.writeContract({ ...foreign, functionName: "submitRoot", args });
    await mined();
    await expect(settleRoot(context, 2n)).rejects.toThrow(RewardsError);
    expect(await stateOf(2n)).toBe("mismatch");
    await expect(settleRoot(context, 3n)).rejects.toMatchObject({ code: "PUBLISHING_HALTED" });
    expect((await rootOf(3n)).activatesAt).toBe(0n);

    const asGuardian = { ...coordinator(), account: guardian, chain: null } as const;
    await chain.client.writeContract({ ...asGuardian, functionName: "disableRoot", args: [2n] });
    await mined();
    await settleRoot(context, 2n);
    expect((await rootOf(2n)).root).toBe((await readStoredEpoch(sender.db, 2n)).facts.root);
    await settleRoot(context, 3n);
    expect((await rootOf(3n)).activatesAt).toBeGreaterThan(0n);
  });

  it.each([
    ["rewards.snapshot written", 1],
    ["rewards.shard calculated", 1],
    ["rewards.shard written", 1],
    ["rewards.joined", 1],
    ["rewards.conserved", 3],
    ["rewards.root calculated", 4],
    ["rewards.bundle half written", 5],
    ["rewards.complete", 7],
  ] as [CrashPoint, number][])("survive a kill at %s: stage %i stands", async (point, stage) => {
    await finalizeUntil(500);
    await killedAt(point, 4n);
    expect(await findStage(sender.db, 4n)).toBe(stage);
    await calculateInStages(calculating, 4n);
    expect(await nextEpoch(sender.db)).toBe(5n);
    const { facts } = await readStoredEpoch(sender.db, 4n);
    const { result, bundle } = await prepareEpoch(sender.db, sender.chain, deployment, 4n);
    expect(facts.root).toBe(buildRewardTree(result.leaves).root);
    expect(facts.bundle_hash).toBe(await hashBundle(bundle()));
    await forget(4n);
  });

  async function forget(epoch: bigint): Promise<void> {
    const tables = [
      "epoch",
      "pot",
      "operator",
      "weight",
      "shard",
      "holding",
      "pool",
      "credit",
      "total",
      "bundle",
    ];
    for (const table of tables)
      await sql`delete from ${sql.table(`nektar.reward_${table}`)} where epoch = ${epoch}`.execute(sender.db);
  }

  async function killedAt(point: CrashPoint, epoch: bigint): Promise<void> {
    const script = fileURLToPath(new URL("./testing/calculateOnce.ts", import.meta.url));
    const { child, output } = startProcess(process.execPath, ["--import", "tsx", script], {
      env: {
        ...process.env,
        NEKTAR_TEST_CRASH_AT: point,
        TEST_DATABASE: database.url,
        TEST_RPC: chain.url,
        TEST_DEPLOYMENT: JSON.stringify(deployment),
        TEST_EPOCH: String(epoch),
      },
    });
    await once(child, "exit");
    expect(child.signalCode, output()).toBe("SIGKILL");
  }
});
