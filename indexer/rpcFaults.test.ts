import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploy } from "../contracts/deploy/deploy.ts";
import { deployDemo } from "../contracts/deploy/deployDemo.ts";
import { readProgress } from "../lib/database/checkpoint.ts";
import { createDatabase } from "../lib/database/createDatabase.ts";
import { type Faults, type FaultyRpc, startFaultyRpc } from "../test/support/faultyRpc.ts";
import { startIndexerProcess } from "../test/support/indexerProcess.ts";
import { startChain, type TestChain } from "../test/support/testChain.ts";
import { createTestDatabase } from "../test/support/testDatabase.ts";
import { waitFor } from "../test/support/waitFor.ts";
import { createTask, delegate, syncWeights } from "./testing/actions.ts";
import { widenSecurity } from "./testing/allocationScenario.ts";
import { compareWithChain } from "./testing/compareWithChain.ts";
import { openProtocol, type Protocol } from "./testing/protocol.ts";
import { bringOperators } from "./testing/scenario.ts";
import { slashOnNewTask } from "./testing/slashActions.ts";
import { watchEvents } from "./testing/wrongEvents.ts";

// The account that anvil's first mnemonic words unlock, as its documentation prints it.
const deployerKey: Hex = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const patience = { timeoutMs: 60_000, intervalMs: 100 };
const testTimeoutMs = 90_000;
/** More than lie between the last final block and the head. */
const beyondFinality = 35;
const outageMs = 3_000;

describe("the indexer on endpoints of which one is faulty", () => {
  const directory = mkdtempSync(join(tmpdir(), "nektar-faults-"));
  const addresses = join(directory, "addresses.json");
  let chain: TestChain;
  let protocol: Protocol;
  let round = 0;

  beforeAll(async () => {
    chain = await startChain();
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
    await widenSecurity(protocol);
    await act();
    // Once only: the comparison reads old states, which the node keeps for some hundred blocks.
    await chain.client.mine({ blocks: beyondFinality });
  }, testTimeoutMs);

  afterAll(async () => {
    await chain?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Blocks with several events each, of most contracts. */
  async function act(): Promise<void> {
    const { done, delegators, operators, requester } = protocol;
    round += 1;
    await done(delegate(protocol, delegators[0], operators[0], 1_000n));
    await done(syncWeights(protocol, requester, operators));
    await done(createTask(protocol, requester, `0xface${round.toString(16).padStart(4, "0")}`));
    await slashOnNewTask(protocol, round % 2, `0xcafe${round.toString(16).padStart(4, "0")}`);
  }

  /** Indexes the history under these faults, follows the chain under them, and compares with the chain throughout. */
  async function indexUnder(
    faults: Faults,
    during: (rpcs: readonly FaultyRpc[]) => Promise<void> = async () => {},
  ) {
    const database = await createTestDatabase();
    const db = createDatabase({ connectionString: database.url, applicationName: "test" });
    const rpcs = await Promise.all([startFaultyRpc(chain.url, 1, faults), startFaultyRpc(chain.url, 2)]);
    const watcher = watchEvents(db, protocol);
    const at = { databaseUrl: database.url, rpcUrl: rpcs.map(({ url }) => url).join(","), addresses };
    const starting = startIndexerProcess(at, patience);
    try {
      await during(rpcs);
      const indexer = await starting;
      for (const _ of [1, 2]) {
        await Promise.all([act(), during(rpcs)]);
        const head = await chain.client.getBlockNumber();
        await waitFor("the head", async () => (await readProgress(db)).latest.block === head, patience);
        for (const { what, rows, chain: wanted } of await compareWithChain(db, protocol, head)) {
          expect(rows, what).toEqual(wanted);
        }
      }
      expect(await watcher.stop()).toEqual([]);
      expect(await indexer.stop()).toBe(0);
    } finally {
      await watcher.stop().catch(() => {});
      await starting.then((indexer) => indexer.kill()).catch(() => {});
      await db.destroy();
      await Promise.all([...rpcs.map((rpc) => rpc.close()), database.drop()]);
    }
  }

  const cases: readonly (readonly [string, Faults])[] = [
    ["20 % errors, 10 % of 429, 10 % cut connections, 5 % cut answers", mixed()],
    ["no answer at all", { hangs: true }],
    ["a newest block that lies 40 behind", { lag: 40 }],
    ["some logs missing", { missingShare: 0.2 }],
    ["all logs missing", { missingShare: 1 }],
    ["logs and blocks altered", { alteredShare: 0.3, wrongHashShare: 0.2 }],
  ];
  it.each(cases)("has the chain's rows under: %s", (_title, faults) => indexUnder(faults), testTimeoutMs);

  it(
    "waits while no endpoint answers",
    () =>
      indexUnder({}, async (rpcs) => {
        const before = requestsOf(rpcs);
        await waitFor("requests", () => requestsOf(rpcs) > before, patience);
        for (const rpc of rpcs) rpc.set({ down: true });
        await sleep(outageMs);
        for (const rpc of rpcs) rpc.set({});
      }),
    testTimeoutMs,
  );
});

function mixed(): Faults {
  return { errorShare: 0.2, rateLimitedShare: 0.1, dropShare: 0.1, truncatedShare: 0.05 };
}

/** Requests for logs and receipts. */
function requestsOf(rpcs: readonly FaultyRpc[]): number {
  const methods = ["eth_getLogs", "eth_getBlockReceipts"];
  return rpcs
    .flatMap(({ requests }) => methods.map((method) => requests.get(method) ?? 0))
    .reduce((a, b) => a + b);
}
