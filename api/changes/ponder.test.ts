import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { deploy } from "../../contracts/deploy/deploy.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { type IndexerProcess, startIndexerProcess } from "../../test/support/indexerProcess.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { ChangeWatcher } from "./ChangeWatcher.ts";
import { findCheckpointTable, selectSighting } from "./queries.ts";

// The account that anvil's first mnemonic words unlock, as its documentation prints it.
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const patience = { timeoutMs: 60_000, intervalMs: 100 };

describe("the version of the data beside the real indexer", { timeout: 120_000 }, () => {
  const directory = mkdtempSync(join(tmpdir(), "nektar-changes-"));
  let chain: TestChain;
  let database: TestDatabase;
  let indexer: IndexerProcess;
  let client: pg.Client;

  beforeAll(async () => {
    [chain, database] = await Promise.all([startChain(), createTestDatabase()]);
    const [, rootSubmitter, guardian] = await chain.client.getAddresses();
    if (!rootSubmitter || !guardian) throw new Error("anvil has too few accounts");
    const deployment = await deploy({
      rpcUrl: chain.url,
      deployerKey,
      epochLengthSeconds: 100,
      withdrawalDelaySeconds: 10,
      allocationDelaySeconds: 60,
      deallocationDelaySeconds: 40,
      activationDelaySeconds: 5,
      rootSubmitter,
      guardian,
    });
    const addresses = join(directory, "addresses.json");
    writeFileSync(addresses, JSON.stringify(deployment));
    indexer = await startIndexerProcess(
      { databaseUrl: database.url, rpcUrl: chain.url, addresses },
      patience,
    );
    client = new pg.Client({ connectionString: database.url });
    client.on("error", () => {});
    await client.connect();
  }, 120_000);

  afterAll(async () => {
    await indexer?.stop();
    await client?.end();
    await Promise.all([chain?.stop(), database?.drop()]);
    rmSync(directory, { recursive: true, force: true });
  });

  async function watch(options: { listen: boolean; pollMs: number }): Promise<ChangeWatcher> {
    const watcher = new ChangeWatcher({
      connectionString: database.url,
      chainId: chain.chainId,
      maxAgeMs: Number.POSITIVE_INFINITY,
      logger: createLogger("api", "silent"),
      ...options,
    });
    onTestFinished(() => watcher.close());
    await watcher.current();
    onTestFinished(watcher.subscribe(() => {}));
    return watcher;
  }

  const mineUntilIndexed = async (watchers: readonly ChangeWatcher[]) => {
    await chain.client.mine({ blocks: 1 });
    const head = await chain.client.getBlockNumber();
    for (const watcher of watchers)
      await waitFor("the block", () => watcher.peek()?.position?.indexed.number === head, patience);
  };

  it("is told of every block by its message, and finds it by looking alone", async () => {
    const told = await watch({ listen: true, pollMs: 3_600_000 });
    const looking = await watch({ listen: false, pollMs: 200 });
    for (let round = 0; round < 3; round++) {
      const before = [told, looking].map((watcher) => watcher.peek()?.indexer);
      await mineUntilIndexed([told, looking]);
      const after = [told, looking].map((watcher) => watcher.peek()?.indexer);
      for (const [index, number] of after.entries()) expect(number).not.toBe(before[index]);
    }
  });

  it("is another after a reorganisation, by signs that no block of equal number and time can hide", async () => {
    const looking = await watch({ listen: false, pollMs: 200 });
    await mineUntilIndexed([looking]);
    const sighting = async () => {
      const table = await findCheckpointTable(client);
      if (table === undefined) throw new Error("The indexer has no tables.");
      return { table, sighting: await selectSighting(client, table, chain.chainId) };
    };
    const before = await sighting();
    const triggersOf = (fingerprint = "") => fingerprint.split("|")[4];
    expect(triggersOf(before.sighting?.fingerprint)).toMatch(/^\d+ \d+/);
    const { timestamp } = await chain.client.getBlock();
    const number = looking.peek()?.indexer;
    await chain.client.request({ method: "anvil_rollback" as never, params: [1] as never });
    await chain.client.setNextBlockTimestamp({ timestamp });
    // Another block by its fee recipient alone.
    await chain.client.setCoinbase({ address: `0x${"12".repeat(20)}` });
    await chain.client.mine({ blocks: 1 });
    const after = await waitFor(
      "the reorganisation",
      async () => {
        const seen = await sighting();
        return triggersOf(seen.sighting?.fingerprint) !== triggersOf(before.sighting?.fingerprint) && seen;
      },
      patience,
    );
    await waitFor("the other version", () => looking.peek()?.indexer !== number, patience);
    expect(after.table).toEqual(before.table);
    await waitFor(
      "the block instead",
      async () => {
        const seen = (await sighting()).sighting;
        return (
          seen?.fingerprint.split("|")[0] !== before.sighting?.fingerprint.split("|")[0] &&
          seen?.latest === before.sighting?.latest
        );
      },
      patience,
    );
  });
});
