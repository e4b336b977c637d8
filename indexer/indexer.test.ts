import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploy } from "../contracts/deploy/deploy.ts";
import { deployDemo } from "../contracts/deploy/deployDemo.ts";
import { connectChain } from "../lib/chain/connectChain.ts";
import { readProgress, readSnapshot } from "../lib/database/checkpoint.ts";
import { createDatabase, type Database } from "../lib/database/createDatabase.ts";
import { type IndexerProcess, startIndexerProcess } from "../test/support/indexerProcess.ts";
import { startChain, type TestChain } from "../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../test/support/testDatabase.ts";
import { waitFor } from "../test/support/waitFor.ts";
import { checkAt } from "./check/checkAt.ts";
import { type Digest, digestTables } from "./digest/digestTables.ts";
import { lookAtInvariants } from "./invariants/monitor.ts";
import { createTask, delegate, registerOperator, syncWeights } from "./testing/actions.ts";
import { changeAllocations, distribute, equivocate, widenSecurity } from "./testing/allocationScenario.ts";
import {
  approveBonds,
  challengeFactors,
  challengePrices,
  decidePrices,
} from "./testing/challengeScenario.ts";
import { compareWithChain } from "./testing/compareWithChain.ts";
import {
  allRows,
  breakSessions,
  invariantsIn,
  kindsOf,
  recordedAbove,
  spoil,
  withClient,
} from "./testing/database.ts";
import { ruleFromHostileNetwork } from "./testing/hostileNetwork.ts";
import { openProtocol, type Protocol } from "./testing/protocol.ts";
import {
  bringOperators,
  changeSettings,
  pauseGroups,
  payRewards,
  runTasks,
  withdraw,
} from "./testing/scenario.ts";
import { equivocation, proveEquivocation, slashOnNewTask } from "./testing/slashActions.ts";
import { findSpoiled } from "./testing/spoil.ts";

// The account that anvil's first mnemonic words unlock, as its documentation prints it.
const deployerKey: Hex = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const patience = { timeoutMs: 150_000, intervalMs: 200 };
const testTimeoutMs = 300_000;

describe("the indexer", () => {
  const directory = mkdtempSync(join(tmpdir(), "nektar-indexer-"));
  const addresses = join(directory, "addresses.json");
  let chain: TestChain;
  let database: TestDatabase;
  let db: Database;
  let protocol: Protocol;
  let indexer: IndexerProcess;
  let secondAsset: Hex;

  const startIndexer = (databaseUrl: string) =>
    startIndexerProcess({ databaseUrl, rpcUrl: chain.url, addresses }, patience);

  const digestsOf = (of: Database) =>
    readSnapshot(of, async (trx) => {
      const digests: Digest[] = [];
      for await (const digest of digestTables(trx)) digests.push(digest);
      return digests;
    });

  /** Waits until the chain's last block is indexed, then compares every table with the contracts. */
  async function expectEqualToChain(): Promise<void> {
    const head = await protocol.client.getBlockNumber();
    await waitFor("the last block", async () => (await readProgress(db)).latest.block === head, patience);
    for (const { what, rows, chain: wanted } of await compareWithChain(db, protocol, head)) {
      expect(rows, what).toEqual(wanted);
    }
  }

  beforeAll(async () => {
    [chain, database] = await Promise.all([startChain(), createTestDatabase()]);
    const [, , , , , , rootSubmitter, guardian] = await chain.client.getAddresses();
    if (!rootSubmitter || !guardian) throw new Error("anvil has too few accounts");
    const config = {
      rpcUrl: chain.url,
      deployerKey,
      epochLengthSeconds: 100,
      withdrawalDelaySeconds: 10,
      allocationDelaySeconds: 60,
      deallocationDelaySeconds: 40,
      activationDelaySeconds: 5,
      rootSubmitter,
      guardian,
    };
    const deployment = await deployDemo(config, await deploy(config));
    writeFileSync(addresses, JSON.stringify(deployment));
    protocol = await openProtocol(chain.url, deployment);
    await bringOperators(protocol);
    secondAsset = await widenSecurity(protocol);
    db = createDatabase({ connectionString: database.url, applicationName: "test" });
    indexer = await startIndexer(database.url);
  }, testTimeoutMs);

  afterAll(async () => {
    await indexer?.stop();
    await db?.destroy();
    await Promise.all([chain?.stop(), database?.drop()]);
    rmSync(directory, { recursive: true, force: true });
  });

  it("holds what the contracts say after indexing the history", expectEqualToChain, testTimeoutMs);

  it(
    "follows allocations, and slashes of equivocators while those change",
    async () => {
      const { passTime, operators, requester, done } = protocol;
      await changeAllocations(protocol, secondAsset);
      await expectEqualToChain();
      const deferred = await equivocate(protocol, secondAsset);
      await expectEqualToChain();
      expect((await kindsOf(db)).slashedPools).toEqual([
        "ACTIVE",
        "ACTIVE AND QUEUED",
        "ACTIVE AND QUEUED, UNPAID",
        "NOTHING",
      ]);
      await distribute(protocol, deferred, secondAsset);
      await passTime(61);
      await expectEqualToChain();
      await done(syncWeights(protocol, requester, operators));
      await expectEqualToChain();
    },
    testTimeoutMs,
  );

  it(
    "follows challenges that are upheld, fail, wait, are ruled on and are dismissed, with their slashes",
    async () => {
      await approveBonds(protocol);
      await challengeFactors(protocol);
      await expectEqualToChain();
      const waiting = await challengePrices(protocol);
      await expectEqualToChain();
      await ruleFromHostileNetwork(protocol, waiting[0].taskId);
      await decidePrices(protocol, waiting);
      await expectEqualToChain();
      const { outcomes, verdicts, sinks } = await kindsOf(db);
      expect(outcomes).toEqual(["DISMISSED", "FAILED", "UPHELD"]);
      expect(verdicts).toEqual(["RIGHT", "WRONG"]);
      expect(sinks).toEqual(["BURN", "REWARD_POT"]);
    },
    testTimeoutMs,
  );

  it(
    "follows tasks, settings, withdrawals, rewards and pauses block by block",
    async () => {
      const { done, requester, operators } = protocol;
      const taskId = await runTasks(protocol);
      // One that comes in a later epoch than the first.
      await registerOperator({ ...protocol, operators: [...operators, requester] }, operators.length, "late");
      await changeSettings(protocol);
      // One that has left, and answers for a task of before.
      await done(proveEquivocation(protocol, requester, await equivocation(protocol, taskId, 2)));
      await withdraw(protocol);
      await payRewards(protocol);
      await pauseGroups(protocol);
      await expectEqualToChain();
      const empty = Object.entries(await allRows(database.url)).filter(([, rows]) => rows.length === 0);
      expect(empty).toEqual([]);
    },
    testTimeoutMs,
  );

  it(
    "is equal to the contracts' views as of any past block, and tells where it is not",
    async () => {
      const { deployment } = protocol;
      const tools = { db, chain: connectChain([chain.url]), deployment };
      const head = await protocol.client.getBlockNumber();
      const start = BigInt(deployment.startBlock);
      const blocks = Array.from({ length: 13 }, (_, part) => start + ((head - start) * BigInt(part)) / 12n);
      for (const block of blocks) {
        const found: unknown[] = [];
        const { tallies } = await checkAt(tools, block, (_tally, differences) => found.push(...differences));
        expect(found, `as of block ${block}`).toEqual([]);
        if (block === head) expect(tallies.filter(({ compared }) => compared === 0)).toEqual([]);
      }
      const spoiled = [
        "update indexer.pool set total_assets = total_assets + 1",
        "update indexer.delegation set shares = shares - 1",
        "update indexer.task set closed_block = null where status = 'FINAL'",
        "update indexer.assignment set weight = weight + 1",
        "update indexer.reward_claim set amount = amount * 2",
        "update indexer.operator_weight set weight = weight + 1",
      ];
      expect([...new Set(await findSpoiled(tools, head, spoiled))]).toEqual([
        "assigned operators: weight",
        "claimed totals: claimed",
        "delegations: shares",
        "pools: totalAssets",
        "tasks: status",
        "weights by asset: weight",
      ]);
      const past = "update indexer.pool_history set total_shares = 0 where total_shares > 0";
      const [{ since_block: then }] = (await db
        .selectFrom("indexer.pool_history")
        .select("since_block")
        .where("total_shares", ">", 0n)
        .limit(1)
        .execute()) as [{ since_block: bigint }];
      expect([...new Set(await findSpoiled(tools, then, [past]))]).toEqual(["pools: totalShares"]);
      await expect(checkAt(tools, head + 1n, () => {})).rejects.toThrow("is not indexed yet");
      await expect(checkAt(tools, start - 1n, () => {})).rejects.toThrow("The contracts begin at block");
    },
    testTimeoutMs,
  );

  it(
    "keeps every invariant, and tells which one rows break",
    async () => {
      const found = async () => {
        const findings = await withClient(database.url, (client) => lookAtInvariants(client, -1n));
        return findings.filter(({ violations }) => violations > 0);
      };
      expect(await found()).toEqual([]);
      const spoiled = {
        POOL_SHARES: "update indexer.delegation set shares = shares + 1",
        QUEUED_SHARES:
          "update indexer.pool set queued_shares = queued_shares + 1, total_shares = total_shares + 1",
        STAKE_OF_ASSETS: "update indexer.asset set staked = staked + 1",
        WEIGHT_OF_OPERATORS: "update indexer.operator_weight set weight = weight + 1",
        WEIGHT_OF_NETWORKS: "update indexer.network set total_weight = total_weight + 1",
        ALLOCATED_MAGNITUDE: "update indexer.allocation set magnitude = 2e18, next_magnitude = 2e18",
        ASSIGNED_OPERATORS: "delete from indexer.assignment",
        WEIGHT_OF_TASKS: "update indexer.task set total_weight = total_weight + 1",
        WEIGHT_OF_SIGNERS: "update indexer.task set signed_weight = signed_weight - 1",
        COUNTS_OF_OPERATORS: "update indexer.network_operator set signed_tasks = signed_tasks + 1",
        CLAIMED: "update indexer.claimed set cumulative = cumulative + 1",
      };
      for (const [name, statement] of Object.entries(spoiled)) {
        const findings = await spoil(database.url, statement, (client) => lookAtInvariants(client, -1n));
        const broken = findings.find((finding) => finding.name === name);
        expect(broken?.violations, name).toBeGreaterThan(0);
        expect(broken?.example).toMatch(/: \d+ instead of \d+$/);
      }
      await waitFor("a look", () => invariantsIn(database.url), patience);
      expect(new Set(await invariantsIn(database.url))).toEqual(new Set(Object.keys(spoiled)));
      expect(await found()).toEqual([]);
    },
    testTimeoutMs,
  );

  it("serves health, readiness and metrics", async () => {
    const get = (path: string) => fetch(`http://127.0.0.1:${indexer.port}${path}`);
    expect([(await get("/health")).status, (await get("/ready")).status]).toEqual([200, 200]);
    expect(await (await get("/metrics")).text()).toContain("ponder_sync_block");
  });

  it(
    "takes back what a reorganisation took back, and takes what came instead",
    async () => {
      const { client, done, delegators, operators, requester } = protocol;
      const snapshot = await client.getBlockNumber();
      await done(delegate(protocol, delegators[0], operators[1], 11n));
      await done(syncWeights(protocol, requester, operators));
      await done(createTask(protocol, requester, "0xdead"));
      await slashOnNewTask(protocol, 1, "0xdead01");
      await expectEqualToChain();
      const before = await allRows(database.url);

      const depth = Number((await client.getBlockNumber()) - snapshot);
      await client.request({ method: "anvil_rollback" as never, params: [depth] as never });
      await client.increaseTime({ seconds: 3 });
      await done(createTask(protocol, requester, "0xbeef"));
      await client.mine({ blocks: depth + 1 });
      await expectEqualToChain();
      const after = await allRows(database.url);
      for (const table of ["task", "slash", "pool_slash", "allocation", "pool_magnitude", "pool"] as const) {
        expect(after[table], table).not.toEqual(before[table]);
      }
      expect(JSON.stringify(after)).not.toContain("0xdead");
    },
    testTimeoutMs,
  );

  it(
    "goes on where it was after kill -9 in the middle, and leaves no process behind",
    async () => {
      const { client, done, delegators, operators, requester } = protocol;
      const { port } = indexer;
      const busy = (async () => {
        for (let round = 0; round < 10; round++) {
          await done(delegate(protocol, delegators[0], operators[round % 2] ?? "0x", 1_000n));
          await done(syncWeights(protocol, requester, operators));
          if (round % 4 === 0) await slashOnNewTask(protocol, (round / 4) % 2, "0x05");
        }
      })();
      await indexer.kill();
      await busy;
      await waitFor("the orphan's end", () =>
        fetch(`http://127.0.0.1:${port}/health`).then(
          () => false,
          () => true,
        ),
      );
      indexer = await startIndexer(database.url);
      await client.mine({ blocks: 1 });
      await expectEqualToChain();
    },
    testTimeoutMs,
  );

  it(
    "starts again by itself when its sessions in Postgres break",
    async () => {
      const { client, done, delegators, operators } = protocol;
      await breakSessions(database.url);
      await done(delegate(protocol, delegators[0], operators[0], 1_000n));
      await client.mine({ blocks: 1 });
      await expectEqualToChain();
    },
    testTimeoutMs,
  );

  it(
    "has the same rows as an indexer that sees the whole chain as history",
    async () => {
      const other = await createTestDatabase();
      // Other batches: nothing may depend on how many blocks come at once.
      const second = await startIndexerProcess(
        { databaseUrl: other.url, rpcUrl: chain.url, addresses, logsRange: 7 },
        patience,
      );
      const head = await protocol.client.getBlockNumber();
      const secondDb = createDatabase({ connectionString: other.url, applicationName: "test" });
      await waitFor(
        "the last block",
        async () => (await readProgress(secondDb)).latest.block === head,
        patience,
      );
      expect(await allRows(other.url)).toEqual(await allRows(database.url));
      const digests = await digestsOf(db);
      expect(digests.length).toBeGreaterThan(30);
      expect(digests.filter(({ rows }) => rows === 0)).toEqual([]);
      expect(await digestsOf(secondDb)).toEqual(digests);
      await secondDb.destroy();
      expect(await second.stop()).toBe(0);
      await other.drop();
    },
    testTimeoutMs,
  );

  it(
    "fails /ready, says why, and rebuilds its rows when the chain leaves blocks that were final",
    async () => {
      const { client, done, delegators, operators, requester } = protocol;
      const start = await client.getBlockNumber();
      await done(delegate(protocol, delegators[0], operators[0], 1_000n));
      await done(createTask(protocol, requester, "0xdeaf"));
      await slashOnNewTask(protocol, 0, "0xdeaf01");
      await client.mine({ blocks: 70 });
      await waitFor("finality", async () => (await readProgress(db)).finalized.block > start + 5n, patience);
      await waitFor("the sentinel's record", () => recordedAbove(database.url, start + 5n), patience);

      const depth = Number((await client.getBlockNumber()) - start);
      await client.request({ method: "anvil_rollback" as never, params: [depth] as never });
      await client.increaseTime({ seconds: 7 });
      await client.mine({ blocks: depth + 1 });
      await waitFor("/ready to fail", async () => !(await indexer.isReady()), patience);
      expect(indexer.output()).toContain('"alarm":"forked"');
      await waitFor("/ready", () => indexer.isReady(), patience);
      await waitFor(
        "the rebuilt rows",
        async () =>
          !JSON.stringify(await allRows(database.url)).includes("0xdeaf") && (await readProgress(db)),
        patience,
      );
      await expectEqualToChain();
    },
    testTimeoutMs,
  );
});
