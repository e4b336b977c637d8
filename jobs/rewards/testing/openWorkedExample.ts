import { parseEther, zeroHash } from "viem";
import { deploy } from "../../../contracts/deploy/deploy.ts";
import { rewardsCoordinatorAbi } from "../../../contracts/generated/rewardsCoordinator.ts";
import { migrate } from "../../../lib/database/migrate.ts";
import { createIndexerTables, setProgress } from "../../../test/support/createIndexerTables.ts";
import type { TestChain } from "../../../test/support/testChain.ts";
import { createTestDatabase } from "../../../test/support/testDatabase.ts";
import { waitFor } from "../../../test/support/waitFor.ts";
import { openSender } from "../../transactions/testing/openSender.ts";
import { calculateInStages } from "../calculateInStages.ts";
import { findRoot } from "../epochQueries.ts";
import { settleRoot } from "../settleRoot.ts";
import { fillWorkedExample } from "./fillEpoch.ts";

/** anvil's first account. */
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

/** Contracts on a chain without a history, and a database whose indexer's tables say that epoch 0 is the worked example. */
export async function openWorkedExample(chain: TestChain) {
  const before = await chain.client.snapshot();
  const database = await createTestDatabase();
  const options = { url: database.url, rpcUrl: chain.url };
  const sender = openSender({ ...options, name: "root submitter" });
  const guardian = openSender({ ...options, name: "guardian" });
  const delays = { withdrawalDelaySeconds: 10, activationDelaySeconds: 10_000 };
  const deployment = await deploy({
    ...{ rpcUrl: chain.url, deployerKey, epochLengthSeconds: 100, ...delays },
    ...{ rootSubmitter: sender.account.address, guardian: guardian.account.address },
  });
  for (const { account } of [sender, guardian])
    await chain.client.setBalance({ address: account.address, value: parseEther("100") });
  await migrate(sender.db);
  await createIndexerTables(sender.db);
  await fillWorkedExample(sender.db, BigInt(deployment.epoch.genesis));

  const { db, logger } = sender;
  const context = { db, deployment, sender, guardian, logger };
  const calculating = { db, deployment, chain: sender.chain, logger };
  const coordinator = { address: deployment.contracts.rewardsCoordinator, abi: rewardsCoordinatorAbi };
  const rootOf = (epoch = 0n) =>
    chain.client.readContract({ ...coordinator, functionName: "rootOf", args: [epoch] });
  const mined = () =>
    waitFor("an empty pool", async () => (await chain.client.getTxpoolStatus()).pending === 0);

  /** Mines far past the first two epochs; all of it is final. */
  async function mine(interval: number): Promise<void> {
    await chain.client.mine({ blocks: 60, interval });
    const { number, timestamp } = await chain.client.getBlock();
    await setProgress(db, { latest: [timestamp, number], finalized: [timestamp, number] });
  }

  /** What the indexer would write of the root that stands on chain, in place of one before. */
  async function indexRoot(): Promise<void> {
    await mined();
    const { root, bundleHash: bundle_hash, total, activatesAt: activates_at, disabled } = await rootOf();
    const id = `0:1:${bundle_hash}`;
    const origin = { created_block: 1n, created_at: 1n, created_tx: zeroHash };
    await db
      .insertInto("indexer.reward_root")
      .values({
        ...{ id, epoch: 0n, root, bundle_hash, total, activates_at, disabled, ...origin },
        ...{ disabled_at: null, disabled_tx: null },
      })
      .execute();
    await db.deleteFrom("indexer.epoch_root").execute();
    await db.insertInto("indexer.epoch_root").values({ epoch: 0n, root_id: id }).execute();
  }

  /** Calculates epochs 0 and 1; the root of epoch 0 is on chain, indexed and verified. */
  async function publish(): Promise<void> {
    await mine(10);
    for (const epoch of [0n, 1n]) await calculateInStages(calculating, epoch);
    await settleRoot(context, 0n);
    await indexRoot();
    await settleRoot(context, 0n);
  }

  async function close(): Promise<void> {
    await Promise.all([sender.close(), guardian.close()]);
    await database.drop();
    await chain.client.revert({ id: before });
  }

  const stateOf = async (epoch: bigint) => (await findRoot(db, epoch))?.state;
  return {
    ...{ db, url: database.url, sender, guardian, deployment, context, calculating, coordinator },
    ...{ rootOf, stateOf, mined, mine, indexRoot, publish, close },
  };
}
