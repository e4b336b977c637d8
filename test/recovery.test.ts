import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAlive } from "../devnet/processes/endProcesses.ts";
import {
  type ChainClient,
  chainClient,
  createdTaskIds,
  responses,
  submittedRoots,
  taskStatus,
} from "./flow/chainFacts.ts";
import { TestDevnet } from "./flow/devnet.ts";
import { allTasks, asOfOneBlock, indexedBlock, newestEpochs, newestTasks } from "./flow/queries.ts";
import { waitFor } from "./support/waitFor.ts";

let devnet: TestDevnet;
let client: ChainClient;

beforeAll(async () => {
  devnet = await TestDevnet.create({ TASK_INTERVAL_SECONDS: "3" });
  await devnet.start();
  client = chainClient(devnet.rpcUrl);
});
afterAll(() => devnet.dispose());

/** Everything works again: a task that was created after this call is answered, and with `status` FINAL is final. */
async function nextTaskIs(status: "RESPONDED" | "FINAL"): Promise<void> {
  const newest = async () => (await newestTasks(devnet.apiUrl, 50)).map(({ taskId }) => taskId);
  const known = await waitFor("the API", newest, { timeoutMs: 120_000 });
  const enough = status === "FINAL" ? ["FINAL"] : ["RESPONDED", "FINAL"];
  await waitFor(
    `a new task to be ${status}`,
    async () =>
      (await newestTasks(devnet.apiUrl)).some(
        (task) => enough.includes(task.status) && !known.includes(task.taskId),
      ),
    { timeoutMs: 150_000, intervalMs: 250 },
  );
}

/** Truth is in the chain's logs: each task, response and root in them is in the API once, and nothing else is. */
async function apiEqualsChain(): Promise<void> {
  const head = await client.getBlockNumber();
  await waitFor("the indexer", async () => (await indexedBlock(devnet.apiUrl)) >= head, {
    timeoutMs: 60_000,
  });
  const { block, answer: tasks } = await asOfOneBlock(devnet.apiUrl, () => allTasks(devnet.apiUrl));
  const { deployment } = devnet;
  const created = await createdTaskIds(client, deployment, block);
  expect(tasks.map(({ taskId }) => taskId).sort()).toEqual([...created].sort());
  const statuses = await Promise.all(created.map((taskId) => taskStatus(client, deployment, taskId, block)));
  expect(new Map(tasks.map(({ taskId, status }) => [taskId, status]))).toEqual(
    new Map(created.map((taskId, index) => [taskId, statuses[index]])),
  );
  const responded = await responses(client, deployment, block);
  expect(new Set(responded.map(({ taskId }) => taskId)).size).toBe(responded.length);
  const answered = tasks.flatMap(({ taskId, response }) =>
    response ? [[taskId, response.responseHash]] : [],
  );
  expect(new Map(answered as [string, string][])).toEqual(
    new Map(responded.map(({ taskId, responseHash }) => [taskId, responseHash])),
  );
  await rootsEqualChain();
}

async function rootsEqualChain(): Promise<void> {
  const roots = await submittedRoots(client, devnet.deployment, await client.getBlockNumber());
  const epochs = roots.map(({ epoch }) => String(epoch));
  expect(new Set(epochs).size).toBe(epochs.length);
  await waitFor("the API to know all roots", async () => {
    const known = await newestEpochs(devnet.apiUrl);
    return roots.every(
      ({ epoch, root }) => known.find((entry) => entry.epoch === String(epoch))?.root?.root === root,
    );
  });
  expect((await newestEpochs(devnet.apiUrl)).filter(({ status }) => status === "MISMATCH")).toEqual([]);
}

describe("kill -9 while everything runs", () => {
  it.each(["operator-1", "api", "jobs", "indexer", "postgres", "chain"])(
    "of %s: it is started again, nothing is lost and nothing doubled",
    async (name) => {
      const before = devnet.processOf(name);
      process.kill(before.pid, "SIGKILL");
      await waitFor(`${name} to be started again`, () => devnet.processOf(name).pid !== before.pid, {
        timeoutMs: 30_000,
      });
      expect(devnet.output).toContain(`${name} ended (SIGKILL)`);
      await nextTaskIs("RESPONDED");
      await apiEqualsChain();
    },
  );

  it("of npm start itself: its processes end too, and another start goes on from there", async () => {
    const head = await client.getBlockNumber();
    const tasks = (await allTasks(devnet.apiUrl)).length;
    const processes = devnet.processes();
    await devnet.kill();
    await waitFor("all processes to end", () => !processes.some(isAlive), { timeoutMs: 40_000 });
    await waitFor("all ports to be free", () => devnet.portsAreFree());
    await devnet.start();
    // What the chain did since it was saved last, at most ten seconds before, is gone with the kill.
    expect(Number(await client.getBlockNumber())).toBeGreaterThan(Number(head) - 30);
    expect((await allTasks(devnet.apiUrl)).length).toBeGreaterThan(tasks - 10);
    await nextTaskIs("RESPONDED");
    await apiEqualsChain();
  });
});

describe("npm start a second time", () => {
  it("goes on from where it was: the same chain, no lost block, nothing expired in between", async () => {
    const genesis = (await client.getBlock({ blockNumber: 0n })).hash;
    const final = (await allTasks(devnet.apiUrl)).filter(({ status }) => status === "FINAL");
    const head = await client.getBlockNumber();
    const { exitCode } = await devnet.interrupt();
    expect(exitCode).toBe(0);
    await devnet.start();
    expect((await client.getBlock({ blockNumber: 0n })).hash).toBe(genesis);
    expect(await client.getBlockNumber()).toBeGreaterThanOrEqual(head);
    const finalNow = new Set(
      (await allTasks(devnet.apiUrl)).filter(({ status }) => status === "FINAL").map(({ taskId }) => taskId),
    );
    expect(final.filter(({ taskId }) => !finalNow.has(taskId))).toEqual([]);
    await nextTaskIs("FINAL");
    await apiEqualsChain();
  });
});
