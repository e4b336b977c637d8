import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Address, bytesToHex, type Hex, keccak256, parseEther, parseEventLogs, toBytes } from "viem";
import { mnemonicToAccount, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploy } from "../contracts/deploy/deploy.ts";
import { deployDemo } from "../contracts/deploy/deployDemo.ts";
import { freePort } from "../devnet/net/ports.ts";
import { createTask, delegate, tasksOf } from "../indexer/testing/actions.ts";
import { openProtocol, type Protocol } from "../indexer/testing/protocol.ts";
import { bringOperators } from "../indexer/testing/scenario.ts";
import { compressG2 } from "../lib/bls/points.ts";
import { hashToG2, signHashed } from "../lib/bls/signatures.ts";
import { createDatabase, type Database } from "../lib/database/createDatabase.ts";
import { migrate } from "../lib/database/migrate.ts";
import { responseDigest } from "../lib/protocol/messages.ts";
import { selectTotals } from "../lib/rewards/totalQueries.ts";
import { endProcess, startProcess } from "../test/support/childProcess.ts";
import { describeOnEachQueueEngine, type QueueEngine } from "../test/support/queueEngines.ts";
import { startChain, type TestChain } from "../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../test/support/testDatabase.ts";
import { waitFor } from "../test/support/waitFor.ts";

/** anvil's first account. */
const deployerKey: Hex = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const jobsKey = keccak256(toBytes("jobs"));
const patience = { timeoutMs: 60_000, intervalMs: 100 };
const setupTimeoutMs = 200_000;
const testTimeoutMs = 150_000;
const one = 10n ** 18n;

// One file, though long: all share a chain and an indexer, which take a while to start.
describe("the jobs' process beside a real indexer", () => {
  const directory = mkdtempSync(join(tmpdir(), "nektar-jobs-"));
  const addresses = join(directory, "addresses.json");
  let chain: TestChain;
  let database: TestDatabase;
  let db: Database;
  let protocol: Protocol;
  let indexer: ReturnType<typeof startProcess>;
  const jobsProcesses: ReturnType<typeof startProcess>["child"][] = [];

  const commonEnvironment = () => ({
    ...process.env,
    DATABASE_URL: database.url,
    RPC_URL: chain.url,
    NEKTAR_ADDRESSES: addresses,
  });

  beforeAll(async () => {
    [chain, database] = await Promise.all([startChain(), createTestDatabase()]);
    const [, , , , , , , guardian] = await chain.client.getAddresses();
    const jobs = privateKeyToAccount(jobsKey).address;
    await chain.client.setBalance({ address: jobs, value: parseEther("100") });
    const config = {
      ...{ rpcUrl: chain.url, deployerKey, rootSubmitter: jobs, guardian: guardian ?? jobs },
      ...{ epochLengthSeconds: 1_000, withdrawalDelaySeconds: 10, activationDelaySeconds: 5 },
    };
    const windows = { responseWindow: 300n, challengeWindow: 100n };
    const deployment = await deployDemo(config, await deploy(config), () => {}, { parameters: windows });
    writeFileSync(addresses, JSON.stringify(deployment));
    protocol = await openProtocol(chain.url, deployment);
    await bringOperators(protocol);
    db = createDatabase({ connectionString: database.url, applicationName: "test" });
    await migrate(db);
    const port = await freePort();
    indexer = startProcess(process.execPath, ["--import", "tsx", "indexer/main.ts"], {
      env: { ...commonEnvironment(), INDEXER_PORT: String(port), INDEXER_POLLING_MS: "100" },
    });
    const isReady = async () => (await fetch(`http://127.0.0.1:${port}/ready`)).status === 200;
    await waitFor("the indexer", isReady, { timeoutMs: 120_000, intervalMs: 200 });
  }, setupTimeoutMs);

  afterAll(async () => {
    // Those of a test that failed half way.
    await Promise.all(jobsProcesses.map((child) => endProcess(child)));
    if (indexer) await endProcess(indexer.child);
    await db?.destroy();
    await Promise.all([chain?.stop(), database?.drop()]);
    rmSync(directory, { recursive: true, force: true });
  });

  async function startJobsProcess(extra: Record<string, string> = {}, engine?: QueueEngine) {
    const port = await freePort();
    const env: NodeJS.ProcessEnv = {
      ...commonEnvironment(),
      JOBS_PRIVATE_KEY: jobsKey,
      JOBS_PORT: String(port),
    };
    delete env.REDIS_URL;
    if (engine?.kind === "redis") env.REDIS_URL = engine.url;
    Object.assign(env, { AGGREGATE_GRACE_MS: "300", ...extra });
    const started = startProcess(process.execPath, ["--import", "tsx", "jobs/main.ts"], { env });
    jobsProcesses.push(started.child);
    return { port, ...started };
  }

  /** What the API would store: the operator's signed response. */
  async function submit(taskId: Hex, response: Hex, operators: readonly number[]): Promise<void> {
    const { client, taskManager, deployment } = protocol;
    const { referenceBlock } = await client.readContract({
      ...taskManager,
      functionName: "taskOf",
      args: [taskId],
    });
    const { chainId } = deployment;
    const digest = responseDigest({
      chainId,
      taskManager: taskManager.address,
      taskId,
      referenceBlock,
      response,
    });
    const facts = {
      task_id: taskId,
      response,
      response_hash: keccak256(response),
      reference_block: referenceBlock,
    };
    for (const index of operators) {
      const signature = compressG2(signHashed(hashToG2(digest), new Uint8Array(32).fill(index + 1)));
      const operator = protocol.operators[index] ?? "0x";
      await db
        .insertInto("nektar.response")
        .values({ ...facts, operator, signature })
        .execute();
    }
  }

  async function newTask(): Promise<Hex> {
    const [taskId = "0x"] = await tasksOf(protocol, await createTask(protocol, protocol.requester, "0x15"));
    return taskId;
  }

  const statusOf = async (taskId: Hex) =>
    (await protocol.client.readContract({ ...protocol.taskManager, functionName: "taskOf", args: [taskId] }))
      .status;
  const until = (taskId: Hex, status: number) =>
    waitFor(`status ${status} of ${taskId}`, async () => (await statusOf(taskId)) === status, patience);
  const [responded, final, expired] = [2, 3, 4];

  describeOnEachQueueEngine("with its queue", (engine) => {
    it(
      "answers by quorum with and without late signers, finalises, expires, and stops when told",
      async () => {
        const jobs = await startJobsProcess({}, engine);
        const [full, partial, unanswered, minority] = [
          await newTask(),
          await newTask(),
          await newTask(),
          await newTask(),
        ];
        await submit(full, "0x0305", [0, 1, 2]);
        await submit(partial, "0x0305", [1, 2]);
        await submit(partial, "0x0307", [0]);
        await submit(minority, "0x0305", [0, 1]);
        await until(full, responded);
        await until(partial, responded);
        const get = (path: string) => fetch(`http://127.0.0.1:${jobs.port}${path}`);
        expect((await get("/ready")).status).toBe(200);
        await protocol.passTime(101);
        await until(full, final);
        await until(partial, final);
        expect(await statusOf(minority)).toBe(1);
        await protocol.passTime(200);
        await until(unanswered, expired);
        await until(minority, expired);
        const metrics = await (await get("/metrics")).text();
        expect(metrics).toMatch(/nektar_jobs_runs_total\{job="aggregate",outcome="done"\} [1-9]/);
        const nonce = (asOf: string) =>
          Number(new RegExp(`nektar_sender_nonce\\{as_of="${asOf}"\\} (\\d+)`).exec(metrics)?.[1]);
        expect(nonce("mined")).toBeGreaterThan(0);
        expect([nonce("pending"), nonce("intended")]).toEqual([nonce("mined"), nonce("mined")]);
        expect(metrics).toMatch(/nektar_sender_balance_wei [1-9]/);
        expect(await missedBy(partial)).toEqual([protocol.operators[0]]);
        const begun = Date.now();
        await endProcess(jobs.child);
        expect(jobs.child.exitCode, jobs.output()).toBe(0);
        expect(Date.now() - begun).toBeLessThan(10_000);
      },
      testTimeoutMs,
    );

    it(
      "answers once although it is killed where it hurts",
      async () => {
        const taskId = await newTask();
        await submit(taskId, "0x0305", [0, 1, 2]);
        const doomed = await startJobsProcess({ NEKTAR_TEST_CRASH_AT: "transaction.written" }, engine);
        await once(doomed.child, "exit");
        expect(doomed.child.signalCode, doomed.output()).toBe("SIGKILL");
        const jobs = await startJobsProcess({}, engine);
        await until(taskId, responded);
        await endProcess(jobs.child);
        const purpose = `respond:${taskId}`;
        const sent = await db
          .selectFrom("nektar.transaction_attempt")
          .selectAll()
          .where("purpose", "=", purpose)
          .execute();
        expect(sent).toHaveLength(1);
      },
      testTimeoutMs,
    );
  });

  it(
    "answers every task once while two processes compete for what a killed one left",
    async () => {
      const tasks = [await newTask(), await newTask(), await newTask(), await newTask()];
      for (const taskId of tasks) await submit(taskId, "0x0305", [0, 1, 2]);
      const doomed = await startJobsProcess({ NEKTAR_TEST_CRASH_AT: "transaction.broadcast" });
      await once(doomed.child, "exit");
      expect(doomed.child.signalCode, doomed.output()).toBe("SIGKILL");
      const others = await Promise.all([startJobsProcess(), startJobsProcess()]);
      for (const taskId of tasks) await until(taskId, responded);
      await Promise.all(others.map(({ child }) => endProcess(child)));
      const sent = await db
        .selectFrom("nektar.transaction_attempt")
        .select("purpose")
        .where(
          "purpose",
          "in",
          tasks.map((taskId) => `respond:${taskId}`),
        )
        .execute();
      expect(sent.map(({ purpose }) => purpose).sort()).toEqual(
        tasks.map((taskId) => `respond:${taskId}`).sort(),
      );
    },
    testTimeoutMs,
  );

  it(
    "counts a signature that comes late only if it is in the response on chain",
    async () => {
      const jobs = await startJobsProcess({ AGGREGATE_GRACE_MS: "3000" });
      const [inTime, tooLate] = [await newTask(), await newTask()];
      await submit(inTime, "0x0305", [1, 2]);
      await submit(tooLate, "0x0305", [1, 2]);
      await submit(inTime, "0x0305", [0]); // after the quorum, within the grace
      for (const taskId of [inTime, tooLate]) await until(taskId, responded);
      // As when the API's indexer has not seen the response yet: the signature is good, and stored.
      await submit(tooLate, "0x0305", [0]);
      const three = [0, 1, 2].map((index) => protocol.operators[index]);
      expect(await participants(inTime)).toEqual(three.map((operator) => [operator, true]));
      const without = three.map((operator, index) => [operator, index !== 0]);
      expect(await participants(tooLate)).toEqual(without);
      await protocol.passTime(101);
      for (const taskId of [inTime, tooLate]) await until(taskId, final);
      expect(await participants(tooLate)).toEqual(without);
      await endProcess(jobs.child);
    },
    testTimeoutMs,
  );

  it(
    "records weights that drifted, once although it is killed where it hurts",
    async () => {
      const { client, done, delegators, operators, stakeRegistry } = protocol;
      const [operator] = operators;
      const read = (functionName: "weightOf" | "liveWeightOf") =>
        client.readContract({ ...stakeRegistry, functionName, args: [network(), operator] });
      await done(delegate(protocol, delegators[0], operator, 20n * one));
      const drifted = await read("liveWeightOf");
      expect(await read("weightOf")).toBeLessThan(drifted);
      const doomed = await startJobsProcess({ NEKTAR_TEST_CRASH_AT: "transaction.written" });
      await once(doomed.child, "exit");
      expect(doomed.child.signalCode, doomed.output()).toBe("SIGKILL");
      const jobs = await startJobsProcess();
      await waitFor("the weight", async () => (await read("weightOf")) === drifted, patience);
      await endProcess(jobs.child);
      const sent = await db
        .selectFrom("nektar.transaction_attempt")
        .select("hash")
        .where("purpose", "like", `sync:${network()}:%`)
        .execute();
      expect(sent).toHaveLength(1);
    },
    testTimeoutMs,
  );

  it(
    "pays an epoch: root on chain, verified, and a delegator claims its reward",
    async () => {
      const {
        client,
        done,
        network,
        reward,
        rewardToken,
        rewardsCoordinator,
        governor,
        delegators,
        deployment,
      } = protocol;
      const { genesis, lengthSeconds } = deployment.epoch;
      const now = Number((await client.getBlock()).timestamp);
      const paid = BigInt(Math.floor((now - genesis) / lengthSeconds) + 1);
      const funding = [network, rewardToken, 1_000n * one, paid, 1n] as const;
      await done(
        client.writeContract({
          ...rewardsCoordinator,
          account: governor,
          functionName: "fundSchedule",
          args: funding,
        }),
      );
      await protocol.passTime(2 * lengthSeconds);
      await client.mine({ blocks: 70, interval: 1 });
      const jobs = await startJobsProcess({ JOBS_FINALITY_DEPTH: "3" });
      const stateOf = async (epoch: bigint) =>
        (
          await db
            .selectFrom("nektar.reward_epoch")
            .select("state")
            .where("epoch", "=", epoch)
            .executeTakeFirst()
        )?.state;
      // A root is verified once blocks stand on it, and nobody else makes any.
      const isVerified = async () => {
        await client.mine({ blocks: 1 });
        return (await stateOf(paid)) === "submitted";
      };
      await waitFor("the root", isVerified, { timeoutMs: 120_000, intervalMs: 500 });
      await protocol.passTime(6);

      const [earner] = delegators;
      const [{ cumulative } = { cumulative: 0n }] = await selectTotals(db, paid, earner as Address);
      const balance = () => client.readContract({ ...reward, functionName: "balanceOf", args: [earner] });
      const before = await balance();
      const claim = ["rewards", "claim", "--epoch", String(paid), "--token", rewardToken];
      expect(await commandLine(claim)).toContain(`Claimed ${cumulative}.`);
      expect((await balance()) - before).toBe(cumulative);
      expect(await commandLine(claim)).toContain("NothingToClaim");
      expect(await commandLine(["rewards", "show", "--epoch", String(paid)])).toContain("State: submitted");
      expect(await commandLine(["rewards", "calculate", "--epoch", String(paid)])).toContain(`Total:  `);
      expect(cumulative).toBeGreaterThan(800n * one);

      const verify = ["rewards", "verify", "--epoch", String(paid)];
      expect(await commandLine(verify)).toContain("Equal: the chain's logs give root");
      const bundle = join(directory, "bundle.json");
      writeFileSync(bundle, await commandLine(["rewards", "bundle", "--epoch", String(paid)]));
      expect(await commandLine([...verify, "--bundle", bundle])).toContain("Equal: the bundle gives root");
      expect(await commandLine([...verify, "--against", bundle])).toContain("Equal");
      writeFileSync(bundle, readFileSync(bundle, "utf8").replace(/"earned":"\d+"/, '"earned":"1"'));
      const differs = new RegExp(`Epoch ${paid} differs\\. leaves( 0)?: .* here, .*"earned":"1".* there`);
      expect(await commandLine([...verify, "--against", bundle])).toMatch(differs);
      expect(await commandLine([...verify, "--bundle", bundle])).toMatch(/differs\. .* here, .* there/);
      // The running system has done the same by itself.
      const checked = () =>
        db
          .selectFrom("nektar.reward_epoch")
          .select("chain_check")
          .where("epoch", "=", paid)
          .executeTakeFirst();
      await waitFor(
        "the check by the chain",
        async () => (await checked())?.chain_check === "equal",
        patience,
      );
      await endProcess(jobs.child);
      expect(jobs.child.exitCode, jobs.output()).toBe(0);
    },
    testTimeoutMs,
  );

  it(
    "refuses a database that holds another deployment's rows, in one sentence",
    async () => {
      await db.updateTable("nektar.chain").set({ task_manager: network() }).execute();
      const jobs = await startJobsProcess();
      await once(jobs.child, "exit");
      expect(jobs.child.exitCode).toBe(1);
      expect(jobs.output()).toContain("holds the rows of another chain or deployment");
    },
    testTimeoutMs,
  );

  /** What `npm run nektar` prints, with the first delegator's key. */
  async function commandLine(args: readonly string[]): Promise<string> {
    const delegatorsPlace = 4;
    const key = mnemonicToAccount("test test test test test test test test test test test junk", {
      addressIndex: delegatorsPlace,
    }).getHdKey().privateKey;
    const env = { ...commonEnvironment(), CLAIM_PRIVATE_KEY: bytesToHex(key ?? new Uint8Array()) };
    const { child, output } = startProcess(
      process.execPath,
      ["--import", "tsx", "scripts/nektar.ts", ...args],
      { env },
    );
    await once(child, "close");
    return output();
  }

  const network = () => protocol.network;

  /** Whom the indexer counts as having signed, once it has the response, in the order of `protocol.operators`. */
  async function participants(taskId: Hex): Promise<(readonly [Address, boolean | null])[]> {
    const rows = await waitFor(
      "the participation",
      async () => {
        const found = await db
          .selectFrom("indexer.participation")
          .select(["operator", "signed"])
          .where("task_id", "=", taskId)
          .execute();
        return found.length > 0 && found.every(({ signed }) => signed !== null) ? found : undefined;
      },
      patience,
    );
    return protocol.operators.flatMap((operator) => {
      const row = rows.find((each) => each.operator === operator);
      return row === undefined ? [] : [[operator, row.signed] as const];
    });
  }

  async function missedBy(taskId: Hex): Promise<readonly Hex[]> {
    const { client, taskManager } = protocol;
    const logs = await client.getLogs({ address: taskManager.address, fromBlock: 0n });
    const events = parseEventLogs({ abi: taskManager.abi, eventName: "TaskResponded", logs });
    const event = events.find(({ args }) => args.taskId === taskId);
    return (event?.args.nonSigners ?? []).map((operator) => operator.toLowerCase() as Hex);
  }
});
