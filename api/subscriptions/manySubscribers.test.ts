import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { freePort } from "../../devnet/net/ports.ts";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import { endProcess, startProcess } from "../../test/support/childProcess.ts";
import { createTestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { fillDatabase } from "../testing/fillDatabase.ts";
import { indexBlock } from "../testing/happen.ts";
import { openSse, type SseClient } from "../testing/sseClient.ts";
import { testDeployment } from "../testing/testDeployment.ts";

const subscribers = 1_000;
const blocks = 10;
const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const query =
  "subscription { tasks { cursor taskId step task { status network { address } participants { weight } } } }";

it("a thousand subscribers of one process hear of every task within a second", {
  timeout: 120_000,
}, async () => {
  const directory = mkdtempSync(join(tmpdir(), "nektar-subscribers-"));
  const database = await createTestDatabase();
  const db = createDatabase({ connectionString: database.url, applicationName: "test" });
  const clients: SseClient[] = [];
  onTestFinished(async () => {
    for (const client of clients) client.close();
    await db.destroy();
    await database.drop();
    rmSync(directory, { recursive: true, force: true });
  });
  await fillDatabase(db);
  const addresses = join(directory, "addresses.json");
  writeFileSync(addresses, JSON.stringify(testDeployment));
  const port = await freePort();
  const { child, output } = startProcess(process.execPath, ["--import", "tsx", main], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      RPC_URL: "http://127.0.0.1:1",
      NEKTAR_ADDRESSES: addresses,
      API_PORT: String(port),
      API_SUBSCRIPTIONS_PER_CLIENT: String(subscribers),
      API_RATE_PER_SECOND: "100000",
    },
  });
  onTestFinished(() => endProcess(child));
  const url = `http://127.0.0.1:${port}`;
  await waitFor("the api", async () => (await fetch(`${url}/health`)).ok, { timeoutMs: 30_000 });
  const metric = async (name: string) => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(new RegExp(`^${name} ([\\d.e+]+)`, "m").exec(text)?.[1]);
  };
  const megabytes = async () => (await metric("nektar_api_process_resident_memory_bytes")) / 1e6;
  const waitForAll = () =>
    waitFor(
      "all subscribers",
      async () => (await metric('nektar_api_subscribers\\{topic="tasks"\\}')) === subscribers,
    );

  // One before, so that what everything needs once is not counted to a thousand.
  const latencies: number[] = [];
  let changedAt = 0;
  const open = () => openSse(url, query, {}, () => latencies.push(performance.now() - changedAt));
  clients.push(await open());
  await sleep(500);
  const before = await megabytes();
  while (clients.length < subscribers) {
    clients.push(
      ...(await Promise.all(Array.from({ length: Math.min(50, subscribers - clients.length) }, open))),
    );
  }
  await waitForAll();
  const cpuBefore = await metric("nektar_api_process_cpu_seconds_total");
  for (let block = 0; block < blocks; block++) {
    await indexBlock(db, 561n + BigInt(block), [100 + block]);
    changedAt = performance.now();
    await waitFor("the task", () => latencies.length >= subscribers * (block + 1), { intervalMs: 5 });
    await sleep(100);
  }
  const cpu = (await metric("nektar_api_process_cpu_seconds_total")) - cpuBefore;
  const after = await megabytes();
  const sorted = latencies.sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  console.log(
    `${subscribers} subscribers: ${blocks} tasks told to each, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms ` +
      `after the commit; ${((1e6 * cpu) / (blocks * subscribers)).toFixed(0)} µs of CPU each; ` +
      `memory ${before.toFixed(0)} MB with one subscriber, ${after.toFixed(0)} MB with all`,
  );
  expect(latencies).toHaveLength(blocks * subscribers);
  for (const { received } of clients) expect(received).toHaveLength(blocks);
  expect(at(0.99)).toBeLessThan(1_000);
  expect(after - before).toBeLessThan(200);
  const stopped = performance.now();
  await endProcess(child);
  expect(child.exitCode, output()).toBe(0);
  expect(performance.now() - stopped).toBeLessThan(5_000);
});
