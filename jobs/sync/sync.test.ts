import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Insertable } from "kysely";
import { encodeAbiParameters, type Hex, keccak256, numberToHex, parseEther } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deploy } from "../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../contracts/deploy/deployDemo.ts";
import { allocate, delegate, syncWeights, waitForAllocations } from "../../indexer/testing/actions.ts";
import { openProtocol, type Protocol } from "../../indexer/testing/protocol.ts";
import { bringOperators } from "../../indexer/testing/scenario.ts";
import { slashOnNewTask } from "../../indexer/testing/slashActions.ts";
import { readProgress } from "../../lib/database/checkpoint.ts";
import { migrate } from "../../lib/database/migrate.ts";
import type { TransactionRow } from "../../lib/database/nektarTables.ts";
import { type IndexerProcess, startIndexerProcess } from "../../test/support/indexerProcess.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import type { JobContext } from "../context.ts";
import { lowercase } from "../transactions/sendIntent.ts";
import { openSender } from "../transactions/testing/openSender.ts";
import { watchIntents } from "../transactions/watchIntents.ts";
import { listUnsynced, syncNetwork } from "./job.ts";
import { listDrifted } from "./queries.ts";

/** anvil's first account. */
const deployerKey: Hex = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const patience = { timeoutMs: 150_000, intervalMs: 100 };
const setupTimeoutMs = 200_000;
const testTimeoutMs = 60_000;
const one = 10n ** 18n;
const sync = { driftBps: 100, intervalSeconds: 60 };

describe("the weights of real contracts, beside a real indexer", { timeout: testTimeoutMs }, () => {
  const directory = mkdtempSync(join(tmpdir(), "nektar-sync-"));
  let chain: TestChain;
  let database: TestDatabase;
  let protocol: Protocol;
  let indexer: IndexerProcess | undefined;
  /** Two processes with one key. */
  let contexts: readonly JobContext[] = [];
  let senders: ReturnType<typeof openSender>[] = [];
  const context = (): JobContext => contexts[0] as JobContext;

  beforeAll(async () => {
    [chain, database] = await Promise.all([startChain(), createTestDatabase()]);
    const open = () => openSender({ url: database.url, rpcUrl: chain.url, name: "sync" });
    senders = [open(), open()];
    const { account, db } = senders[0] as ReturnType<typeof openSender>;
    const [, , , , , , , guardian] = await chain.client.getAddresses();
    await chain.client.setBalance({ address: account.address, value: parseEther("100") });
    const config = {
      ...{ rpcUrl: chain.url, deployerKey, rootSubmitter: account.address },
      ...{ guardian: guardian ?? account.address, epochLengthSeconds: 1_000 },
      ...{ withdrawalDelaySeconds: 10, activationDelaySeconds: 5, allocationDelaySeconds: 600 },
    };
    const deployment = await deployDemo(config, await deploy(config), () => {});
    const addresses = join(directory, "addresses.json");
    writeFileSync(addresses, JSON.stringify(deployment));
    protocol = await openProtocol(chain.url, deployment);
    await bringOperators(protocol);
    await migrate(db);
    const at = { databaseUrl: database.url, rpcUrl: chain.url, addresses };
    indexer = await startIndexerProcess(at, patience);
    contexts = senders.map((sender) => ({
      ...{ db: sender.db, deployment, sender, logger: sender.logger },
      ...{ aggregateGraceMs: 0, sync },
    }));
  }, setupTimeoutMs);

  afterAll(async () => {
    await indexer?.stop();
    await Promise.all(senders.map((sender) => sender.close()));
    await Promise.all([chain?.stop(), database?.drop()]);
    rmSync(directory, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await runJob();
    await nextSlot();
    expect(await listUnsynced(context())).toEqual([]);
  });

  const weightsOf = async (functionName: "weightOf" | "liveWeightOf") => {
    const { client, stakeRegistry, network, operators } = protocol;
    const read = (operator: Hex) =>
      client.readContract({ ...stakeRegistry, functionName, args: [network, operator] });
    return Promise.all(operators.map(read));
  };
  const recorded = () => weightsOf("weightOf");
  const live = () => weightsOf("liveWeightOf");

  async function indexHead(): Promise<void> {
    const head = await protocol.client.getBlockNumber();
    const isIndexed = async () => (await readProgress(context().db)).latest.block >= head;
    await waitFor("the last block", isIndexed, patience);
  }
  async function nextSlot(): Promise<void> {
    await protocol.passTime(sync.intervalSeconds);
    await indexHead();
  }
  const syncsSent = () => protocol.client.getTransactionCount({ address: context().sender.account.address });

  /** What the reconciler and the workers do; how many transactions were sent. */
  async function runJob(): Promise<number> {
    await indexHead();
    const before = await syncsSent();
    for (const payload of await listUnsynced(context())) await syncNetwork(context(), payload);
    await watchIntents(context().sender);
    await indexHead();
    return (await syncsSent()) - before;
  }

  /** Weights drifted, as the database and the contract both say; the job records them in one transaction, and once. */
  async function expectSync(places: readonly number[]): Promise<void> {
    await indexHead();
    const { operators, network } = protocol;
    const [liveNow, recordedNow] = await Promise.all([live(), recorded()]);
    const drifted = await listDrifted(context().db, sync.driftBps);
    const expected = places.map((place) => ({
      ...{ network, operator: operators[place] },
      ...{ live: liveNow[place], recorded: recordedNow[place] },
    }));
    expect(drifted).toHaveLength(places.length);
    expect(drifted).toEqual(expect.arrayContaining(expected));

    const [payload] = await listUnsynced(context());
    expect(payload?.network).toBe(network);
    expect(await runJob()).toBe(1);
    expect(await recorded()).toEqual(await live());
    expect(await listUnsynced(context())).toEqual([]);
    const sent = await syncsSent();
    if (payload) await syncNetwork(context(), payload);
    expect(await syncsSent()).toBe(sent);
  }

  const increase = async (place: number, assets: bigint) => {
    const { done, delegators, operators } = protocol;
    await done(delegate(protocol, delegators[0], operators[place] ?? "0x", assets));
  };

  it("are recorded after a deposit", async () => {
    await increase(0, 50n * one);
    await expectSync([0]);
  });

  it("are left alone while they drift by less than the threshold, until they do not", async () => {
    await increase(2, one);
    const before = await recorded();
    expect(before).not.toEqual(await live());
    expect(await runJob()).toBe(0);
    expect(await recorded()).toEqual(before);
    await increase(2, 3n * one);
    await expectSync([2]);
  });

  it("are recorded after a withdrawal is queued, and not again when it is paid", async () => {
    const { client, done, delegators, operators, delegationManager, stakeToken } = protocol;
    const account = delegators[0];
    const args = [operators[1], stakeToken, 20n * one] as const;
    const call = { ...delegationManager, account } as const;
    const { logs } = await done(client.writeContract({ ...call, functionName: "queueWithdrawal", args }));
    await expectSync([1]);
    await nextSlot();
    const id = [logs[0]?.topics[1] ?? "0x"] as const;
    await done(client.writeContract({ ...call, functionName: "completeWithdrawal", args: id }));
    expect(await runJob()).toBe(0);
    expect(await recorded()).toEqual(await live());
  });

  it("are recorded when a changed allocation comes into force, which no event says", async () => {
    const { done, operators, network } = protocol;
    await done(allocate(protocol, operators[0], network, (8n * one) / 10n));
    expect(await runJob()).toBe(0);
    await waitForAllocations(protocol);
    await expectSync([0]);
  });

  it("are recorded for all operators in one transaction when an asset's multiplier changes", async () => {
    const { client, done, governor, networkRegistry, network, stakeToken } = protocol;
    const setAsset = (multiplier: bigint) =>
      done(
        client.writeContract({
          ...{ ...networkRegistry, account: governor, functionName: "setAsset" },
          args: [network, stakeToken, multiplier],
        }),
      );
    await setAsset((3n * one) / 2n);
    await expectSync([0, 1, 2]);
    await nextSlot();
    await setAsset(0n);
    await expectSync([0, 1, 2]);
    expect(await recorded()).toEqual([0n, 0n, 0n]);
    await nextSlot();
    await setAsset(one);
    await expectSync([0, 1, 2]);
  });

  it("need no job after a slash, and follow the pool from there on", async () => {
    const before = await recorded();
    await slashOnNewTask(protocol, 2, "0x51");
    expect(await runJob()).toBe(0);
    const after = await recorded();
    expect(after[2]).toBeLessThan(before[2] ?? 0n);
    expect(after).toEqual(await live());
    await increase(2, 50n * one);
    await expectSync([2]);
  });

  it("are sent once in a slot, by however many at once, and again in the next", async () => {
    await increase(0, 50n * one);
    await indexHead();
    const [payload] = await listUnsynced(context());
    if (!payload) throw new Error("nothing drifted");
    const before = await syncsSent();
    await Promise.all([0, 1, 0, 1, 0].map((place) => syncNetwork(contexts[place] as JobContext, payload)));
    await watchIntents(context().sender);
    expect((await syncsSent()) - before).toBe(1);
    expect(await recorded()).toEqual(await live());

    await increase(0, 50n * one);
    expect(await runJob()).toBe(0);
    await nextSlot();
    await expectSync([0]);
  });

  it("are not sent for a wake-up that came slots too late, nor while an earlier sync is under way", async () => {
    await increase(0, 50n * one);
    await indexHead();
    const [payload] = await listUnsynced(context());
    if (!payload) throw new Error("nothing drifted");
    const { db, sender } = context();
    const before = await syncsSent();
    const earlier = { ...payload, slot: String(BigInt(payload.slot) - 1_000n) };
    await syncNetwork(context(), earlier);
    const intent = {
      ...{ purpose: `sync:${payload.network}:${earlier.slot}`, state: "pending", nonce: 1_000 },
      ...{ sender: lowercase(sender.account.address), to: payload.network },
      ...{ data: "0x", hash: "0x", raw: "0x", block: null, error: null },
    } satisfies Insertable<TransactionRow>;
    await db.insertInto("nektar.transaction").values(intent).execute();
    await syncNetwork(context(), payload);
    expect(await listUnsynced(context())).toEqual([]);
    expect(await syncsSent()).toBe(before);
    await db.deleteFrom("nektar.transaction").where("purpose", "=", intent.purpose).execute();
    await expectSync([0]);
  });

  it("are not changed by a second sync of another's: it records nothing", async () => {
    const { done, operators, requester } = protocol;
    await increase(1, 50n * one);
    const first = await done(syncWeights(protocol, requester, operators));
    const second = await done(syncWeights(protocol, requester, operators));
    expect([first.logs.length, second.logs.length]).toEqual([1, 0]);
  });

  it("of an operator that the contract refuses to sync hold up nobody else's", async () => {
    const { operators, network } = protocol;
    await increase(0, 50n * one);
    await increase(1, 100n * one);
    await indexHead();
    await breakMagnitude(operators[1], 2n * one);
    const before = await recorded();
    expect(await runJob()).toBe(1);
    const after = await recorded();
    expect(after[0]).toBeGreaterThan(before[0] ?? 0n);
    expect(after[1]).toBe(before[1]);

    await nextSlot();
    const [payload] = await listUnsynced(context());
    expect(payload?.network).toBe(network);
    const sent = await syncsSent();
    await expect(runJob()).rejects.toMatchObject({ code: "SYNC_REFUSED" });
    expect(await syncsSent()).toBe(sent);
    await breakMagnitude(operators[1], 0n);
    await expectSync([1]);
  });

  /** Writes what slashes took of a pool into the contract's storage; more than all makes every reading of it revert. */
  async function breakMagnitude(operator: Hex, slashed: bigint): Promise<void> {
    const { client, allocationManager, stakeToken } = protocol;
    const placeOf = (key: Hex, place: Hex) =>
      keccak256(encodeAbiParameters([{ type: "address" }, { type: "bytes32" }], [key, place]));
    const index = placeOf(stakeToken, placeOf(operator, numberToHex(0n, { size: 32 })));
    const value = numberToHex(slashed, { size: 32 });
    await client.setStorageAt({ address: allocationManager.address, index, value });
    const reading = client.readContract({
      ...{ address: allocationManager.address, abi: allocationManager.abi },
      ...{ functionName: "totalMagnitudeOf", args: [operator, stakeToken] },
    });
    if (slashed > one) await expect(reading).rejects.toThrow();
    else expect(await reading).toBe(one - slashed);
  }
});
