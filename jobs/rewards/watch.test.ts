import { keccak256, parseEther, zeroHash } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deploy } from "../../contracts/deploy/deploy.ts";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { openSender } from "../transactions/testing/openSender.ts";
import { RewardsError } from "./arithmetic.ts";
import { calculateInStages } from "./calculateInStages.ts";
import { findRoot } from "./epochQueries.ts";
import { settleRoot } from "./settleRoot.ts";
import { watchRoot } from "./stages/12-watch.ts";
import { checkRoot } from "./stages/13-check.ts";
import { fillWorkedExample } from "./testing/fillEpoch.ts";
import { countDiffering, findCheck, listRefusable, listUnchecked } from "./watchQueries.ts";

/** anvil's first account. */
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

let chain: TestChain;
let database: TestDatabase;
let deployment: Deployment;
let sender: ReturnType<typeof openSender>;
let guardian: ReturnType<typeof openSender>;

beforeAll(async () => {
  chain = await startChain();
});
afterAll(async () => chain.stop());

/** Each test has a chain without a history, and a database: epoch 0 is the worked example, calculated and final. */
beforeEach(async () => {
  const snapshot = await chain.client.snapshot();
  database = await createTestDatabase();
  const options = { url: database.url, rpcUrl: chain.url };
  sender = openSender({ ...options, name: "root submitter" });
  guardian = openSender({ ...options, name: "guardian" });
  const delays = { withdrawalDelaySeconds: 10, activationDelaySeconds: 10_000 };
  deployment = await deploy({
    ...{ rpcUrl: chain.url, deployerKey, epochLengthSeconds: 100, ...delays },
    ...{ rootSubmitter: sender.account.address, guardian: guardian.account.address },
  });
  for (const { account } of [sender, guardian])
    await chain.client.setBalance({ address: account.address, value: parseEther("100") });
  await migrate(sender.db);
  await createIndexerTables(sender.db);
  await fillWorkedExample(sender.db, BigInt(deployment.epoch.genesis));
  return async () => {
    await Promise.all([sender.close(), guardian.close()]);
    await database.drop();
    await chain.client.revert({ id: snapshot });
  };
});

const context = () => ({ ...{ db: sender.db, deployment, sender, guardian }, logger: sender.logger });
const coordinator = () => ({ address: deployment.contracts.rewardsCoordinator, abi: rewardsCoordinatorAbi });
const rootOf = () => chain.client.readContract({ ...coordinator(), functionName: "rootOf", args: [0n] });
const stateOf = async (epoch: bigint) => (await findRoot(sender.db, epoch))?.state;
const mined = () =>
  waitFor("an empty pool", async () => (await chain.client.getTxpoolStatus()).pending === 0);

async function mine(interval: number): Promise<void> {
  await chain.client.mine({ blocks: 60, interval });
  const { number, timestamp } = await chain.client.getBlock();
  await setProgress(sender.db, { latest: [timestamp, number], finalized: [timestamp, number] });
}

/** What the indexer would write of the root that stands on chain. */
async function indexRoot(): Promise<void> {
  await mined();
  const { root, bundleHash, total, activatesAt, disabled } = await rootOf();
  const origin = {
    created_block: 1n,
    created_at: 1n,
    created_tx: zeroHash,
    disabled_at: null,
    disabled_tx: null,
  };
  const row = {
    id: "0:1:1",
    epoch: 0n,
    root,
    bundle_hash: bundleHash,
    total,
    activates_at: activatesAt,
    disabled,
  };
  await sender.db
    .insertInto("indexer.reward_root")
    .values({ ...row, ...origin })
    .execute();
  await sender.db.insertInto("indexer.epoch_root").values({ epoch: 0n, root_id: row.id }).execute();
}

async function publish(): Promise<void> {
  const { db, logger } = sender;
  await mine(10);
  for (const epoch of [0n, 1n])
    await calculateInStages({ db, deployment, chain: sender.chain, logger }, epoch);
  await settleRoot(context(), 0n);
  await indexRoot();
  await settleRoot(context(), 0n);
  expect(await stateOf(0n)).toBe("submitted");
}

describe("a root that stands on chain", () => {
  it("is left alone while its blocks are there and it stands", async () => {
    await publish();
    expect(await listRefusable(sender.db, 10)).toEqual([0n]);
    await watchRoot(context(), 0n);
    expect(await stateOf(0n)).toBe("submitted");
    expect((await rootOf()).disabled).toBe(false);
  });

  it("is disabled before it activates when its blocks are reorganised away, once, and nothing is published any more", async () => {
    const before = await chain.client.snapshot();
    await publish();
    const { raw } = await sender.db
      .selectFrom("nektar.transaction")
      .select("raw")
      .where("purpose", "=", "root:0")
      .executeTakeFirstOrThrow();
    // Another chain takes over, and somebody sends the same transaction there again.
    await chain.client.revert({ id: before });
    await mine(9);
    await chain.client.sendRawTransaction({ serializedTransaction: raw });
    await mined();
    expect((await rootOf()).root).toBe((await findRoot(sender.db, 0n))?.root);

    const fiveTimes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => watchRoot(context(), 0n)));
    for (const { status } of fiveTimes) expect(status).toBe("rejected");
    await mined();
    expect(await stateOf(0n)).toBe("reorganised");
    const { disabled, activatesAt } = await rootOf();
    expect(disabled).toBe(true);
    expect(activatesAt).toBeGreaterThan((await chain.client.getBlock()).timestamp);
    const sent = await sender.db
      .selectFrom("nektar.transaction")
      .select("purpose")
      .where("purpose", "like", "disable:%")
      .execute();
    expect(sent).toHaveLength(1);
    // Nor is a root brought on chain whose own blocks are gone.
    await expect(settleRoot(context(), 1n)).rejects.toThrow(RewardsError);
    expect(await stateOf(1n)).toBe("reorganised");
  });

  it("halts publishing when another takes its place", async () => {
    await publish();
    const as = ({ account }: typeof sender) => ({ ...coordinator(), account, chain: null }) as const;
    await chain.client.writeContract({ ...as(guardian), functionName: "disableRoot", args: [0n] });
    await mined();
    const args = [0n, keccak256("0x01"), keccak256("0x02"), 1n] as const;
    await chain.client.writeContract({ ...as(sender), functionName: "submitRoot", args });
    await mined();
    await expect(watchRoot(context(), 0n)).rejects.toThrow(RewardsError);
    expect(await stateOf(0n)).toBe("mismatch");
    await expect(settleRoot(context(), 1n)).rejects.toMatchObject({ code: "PUBLISHING_HALTED" });
  });

  it("is compared with the chain's logs, and halts publishing by name of the line that they do not give", async () => {
    await publish();
    expect(await listUnchecked(sender.db, 10)).toEqual([0n]);
    // The tables say that 1000 were to be paid; of that no log of this chain tells.
    await expect(checkRoot(context(), 0n)).rejects.toThrow(RewardsError);
    expect(await findCheck(sender.db, 0n)).toMatch(/^pots: nothing here, .*"scheduled":"1000".* there$/);
    expect(await countDiffering(sender.db)).toBe(1n);
    expect(await listUnchecked(sender.db, 10)).toEqual([]);
    await expect(settleRoot(context(), 1n)).rejects.toMatchObject({ code: "PUBLISHING_HALTED" });
  });
});
