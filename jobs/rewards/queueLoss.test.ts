import { sql } from "kysely";
import { parseEther } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deploy } from "../../contracts/deploy/deploy.ts";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { buildRewardTree } from "../../lib/merkle/rewardTree.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { describeOnEachQueueEngine } from "../../test/support/queueEngines.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import type { JobContext } from "../context.ts";
import type { QueueEngine } from "../queue/openQueue.ts";
import { type RunningJobs, startJobs } from "../queue/startJobs.ts";
import { wipeQueue } from "../queue/testing/wipeQueue.ts";
import { transactionsJob } from "../transactions/job.ts";
import { openSender } from "../transactions/testing/openSender.ts";
import { hashBundle } from "./bundleStore.ts";
import { publishJob, shardJob, snapshotJob, stageJob } from "./jobs.ts";
import { prepareEpoch } from "./prepareEpoch.ts";
import { findStage, stages } from "./stageQueries.ts";
import { rootPurpose } from "./stages/10-publish.ts";
import { fillWorkedExample } from "./testing/fillEpoch.ts";
import { names } from "./testing/workedExample.ts";

/** anvil's first account. */
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const epochLengthSeconds = 100;
const { operatorA, delegator1, delegator2, token } = names;
/** What the worked example pays. */
const leaves = [
  { earner: operatorA, token, cumulative: 81n },
  { earner: delegator1, token, cumulative: 672n },
  { earner: delegator2, token, cumulative: 245n },
];
/** An epoch that stands still is taken up after 10 s, and by a reconciler that looks every second. */
const patience = { timeoutMs: 40_000, intervalMs: 100 };

describeOnEachQueueEngine("an epoch whose queue is lost while its shards are calculated", (given) => {
  let database: TestDatabase;
  let chain: TestChain;
  let deployment: Deployment;
  let sender: ReturnType<typeof openSender>;
  let engine: QueueEngine;
  let running: RunningJobs;
  let published = 0;

  beforeAll(async () => {
    [database, chain] = await Promise.all([createTestDatabase(), startChain()]);
    sender = openSender({ url: database.url, rpcUrl: chain.url, name: "root submitter" });
    const { address } = sender.account;
    deployment = await deploy({
      ...{ rpcUrl: chain.url, deployerKey, rootSubmitter: address, guardian: address },
      ...{ epochLengthSeconds, withdrawalDelaySeconds: 10, activationDelaySeconds: 1_000 },
    });
    await chain.client.setBalance({ address, value: parseEther("100") });
    await migrate(sender.db);
    await createIndexerTables(sender.db);
    await fillWorkedExample(sender.db, BigInt(deployment.epoch.genesis));
    await chain.client.mine({ blocks: 60, interval: 10 });
    await finalizeEpochs(0n);
    const { db, logger } = sender;
    const sync = { driftBps: 100, intervalSeconds: 60 };
    const context: JobContext = { db, deployment, sender, logger, aggregateGraceMs: 0, sync };
    const url = given.kind === "postgres" ? database.url : given.url;
    engine = { kind: given.kind, url, namespace: `test_${process.pid}_${Date.now()}` };
    const jobs = [transactionsJob, snapshotJob, shardJob, stageJob, publishJob];
    const onRun = (job: string) => {
      if (job === publishJob.name) published++;
    };
    running = await startJobs({ engine, jobs, context, logger, onRun });
  });
  afterAll(async () => {
    await running.stop(2_000);
    await sender.close();
    await Promise.all([chain.stop(), database.drop()]);
  });

  /** So many epochs have an end that the indexer knows as final. */
  async function finalizeEpochs(count: bigint): Promise<void> {
    const end = BigInt(deployment.epoch.genesis) + count * BigInt(epochLengthSeconds);
    const { number } = await chain.client.getBlock();
    await setProgress(sender.db, { latest: [end, number], finalized: [end, number] });
  }

  /** Keeps everybody from writing to a table of rewards until `release` is called. */
  async function hold(table: string): Promise<{ release(): Promise<void> }> {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    let transaction: Promise<void> = Promise.resolve();
    await new Promise<void>((resolve, reject) => {
      transaction = sender.db.transaction().execute(async (trx) => {
        await sql`lock table ${sql.table(`nektar.${table}`)} in exclusive mode`.execute(trx);
        resolve();
        await ended;
      });
      transaction.catch(reject);
    });
    return {
      release: () => {
        end();
        return transaction;
      },
    };
  }

  async function someoneWaitsFor(table: string): Promise<boolean> {
    const { rows } = await sql`select from pg_locks
      where relation = ${`nektar.${table}`}::regclass and not granted`.execute(sender.db);
    return rows.length > 0;
  }

  const submitted = () =>
    chain.client.getContractEvents({
      address: deployment.contracts.rewardsCoordinator,
      abi: rewardsCoordinatorAbi,
      eventName: "RootSubmitted",
      fromBlock: 0n,
    });

  it("is taken up by itself, gives the same root, and submits it once", async () => {
    // The shard's job runs and cannot end; all later stages wait for it in the queue.
    const held = await hold("reward_holding");
    await finalizeEpochs(1n);
    await waitFor("the shard", () => someoneWaitsFor("reward_holding"), patience);
    expect(await findStage(sender.db, 0n)).toBe(stages.snapshot);
    await wipeQueue(sender.db, engine);
    await held.release();

    await waitFor("the root on chain", async () => (await submitted()).length > 0, patience);
    const before = published;
    await waitFor("publishing to be tried again", () => published > before + 1, patience);
    const [event, ...more] = await submitted();
    expect(more).toEqual([]);
    expect(event?.args).toMatchObject({ epoch: 0n, root: buildRewardTree(leaves).root, total: 998n });
    const undisturbed = await prepareEpoch(sender.db, sender.chain, deployment, 0n);
    expect(event?.args.bundleHash).toBe(await hashBundle(undisturbed.bundle()));
    const attempts = await sender.db.selectFrom("nektar.transaction_attempt").select("purpose").execute();
    expect(attempts).toEqual([
      { purpose: rootPurpose({ epoch: 0n, bundle_hash: await hashBundle(undisturbed.bundle()) }) },
    ]);
  }, 60_000);
});
