import { keccak256, toHex } from "viem";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { startTestNetwork, type TestNetwork } from "../../operator/testing/testNetwork.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { watchProcess } from "../support/processUsage.ts";
import type { Section } from "../support/report.ts";
import { quantile } from "../support/statistics.ts";
import { Fleet, type FleetKey } from "./Fleet.ts";
import { type Probed, probe } from "./probe.ts";
import { startStack } from "./startStack.ts";

const blockSeconds = 1;
/** Registered at once; anvil takes them one by one anyway. */
const batch = 20;
const responseWindow = 120n;

type Sizes = { readonly quick: boolean; readonly large: boolean };

type Row = (string | number)[];

/**
 * The whole way of a task, from its block to its answer's, with 3, 30, 100 and (`--large`) 300 operators in one process;
 * `NEKTAR_BENCH_OPERATORS=30,300` chooses.
 */
export async function* run({ quick, large }: Sizes): AsyncIterable<Section> {
  const found: Awaited<ReturnType<typeof measure>>[] = [];
  for (const count of chooseCounts(quick, large)) {
    process.stderr.write(`${count} operators\n`);
    found.push(await measure(count, quick ? 10 : 30));
  }
  yield {
    title: `Tasks through chain, indexer, API, operators and jobs; a block every ${blockSeconds} s`,
    columns: [
      "operators",
      "tasks",
      "answered",
      "median, blocks",
      "p95, blocks",
      "most, blocks",
      "tasks a minute",
    ],
    rows: found.map(({ tasks }) => tasks),
    notes: [
      "From the block that created a task to the block with its answer. Tasks come one a block; all processes share this machine.",
      "The last column: as many tasks as there were, created at once, until the last was answered.",
    ],
  };
  yield {
    title: "Reading meanwhile",
    columns: [
      "operators",
      "who is asked",
      "idle, p50 / p99 ms",
      "busy, p50 / p99 ms",
      "p99, busy to idle",
      "CPU while busy, s",
    ],
    rows: found.flatMap(({ reading }) => reading),
    notes: [
      "A reader asks each for the newest tasks 40 times a second: before the first task, and while tasks come one a block and every operator's response is verified.",
      "The second API reads the same database and no operator knows it; the bare server answers out of memory: what they take longer is the load of this machine, not what the first API does.",
    ],
  };
}

function chooseCounts(quick: boolean, large: boolean): number[] {
  const chosen = process.env.NEKTAR_BENCH_OPERATORS;
  if (chosen !== undefined) return chosen.split(",").map(Number);
  if (quick) return [3];
  return large ? [3, 30, 100, 300] : [3, 30, 100];
}

async function measure(count: number, tasks: number): Promise<{ tasks: Row; reading: Row[] }> {
  const chain = await startChain({ accounts: count + 10 });
  try {
    const network = await startTestNetwork(chain, responseWindow);
    const keys = await registerAll(chain, network, count);
    await chain.client.setAutomine(false);
    await chain.client.setIntervalMining({ interval: blockSeconds });
    const stack = await startStack(chain.url, network.deployment);
    const fleet = new Fleet();
    try {
      await fleet.start(keys, chain.url, stack.apiUrl, network.deployment);
      return await play(chain, network, stack, { count, tasks });
    } finally {
      await fleet.stop();
      await stack.stop();
    }
  } finally {
    await chain.stop();
  }
}

async function play(
  chain: TestChain,
  network: TestNetwork,
  { apiUrl, twinUrl, bareUrl, apiPid, twinPid }: Awaited<ReturnType<typeof startStack>>,
  { count, tasks }: { count: number; tasks: number },
): Promise<{ tasks: Row; reading: Row[] }> {
  await answered(chain, network, await createOneByOne(network, 3)); // warm
  const urls = [apiUrl, twinUrl, bareUrl];
  const idle = await probe(urls, 10);
  const watched = [watchProcess(apiPid), watchProcess(twinPid)];
  const before = await Promise.all(watched.map((each) => each.usage()));
  const busyProbe = probe(urls, tasks * blockSeconds);
  const steady = await answered(chain, network, await createOneByOne(network, tasks));
  const busy = await busyProbe;
  const after = await Promise.all(watched.map((each) => each.stop()));
  const burst = await answered(chain, network, await network.createTasks(numbers(tasks)));
  const minutes = (burst.lastBlock - burst.firstBlock + 1) * (blockSeconds / 60);
  const [median, p95, most] = [0.5, 0.95, 1].map((q) => quantile(steady.latencies, q));
  const reading = ["the API", "a second API", "a bare server"].map((who, index) => {
    const used = after[index] && after[index].cpuSeconds - (before[index]?.cpuSeconds ?? 0);
    return [count, who, ...describe(idle[index], busy[index]), used?.toFixed(1) ?? ""];
  });
  const answers = steady.latencies.length;
  return {
    tasks: [count, tasks, answers, median ?? 0, p95 ?? 0, most ?? 0, Math.round(tasks / minutes)],
    reading,
  };
}

function describe(idle: Probed | undefined, busy: Probed | undefined): string[] {
  if (idle === undefined || busy === undefined) throw new Error("not measured");
  return [describeProbe(idle), describeProbe(busy), (busy.p99Ms / idle.p99Ms).toFixed(1)];
}

function describeProbe({ p50Ms, p99Ms, failures }: Probed): string {
  return `${p50Ms.toFixed(1)} / ${p99Ms.toFixed(1)}${failures > 0 ? `, ${failures} failed` : ""}`;
}

async function registerAll(chain: TestChain, network: TestNetwork, count: number): Promise<FleetKey[]> {
  const accounts = (await chain.client.getAddresses()).slice(10, 10 + count);
  const keys = accounts.map((account, index) => {
    const secretKey = keccak256(toHex(`fleet ${index}`), "bytes");
    secretKey[0] = 1; // below the group's order
    return { operator: account.toLowerCase() as `0x${string}`, secretKey };
  });
  for (let start = 0; start < keys.length; start += batch)
    await Promise.all(
      keys
        .slice(start, start + batch)
        .map(({ operator, secretKey }) => network.register(operator, secretKey)),
    );
  return keys;
}

async function createOneByOne(network: TestNetwork, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (const number of numbers(count)) ids.push((await network.createTask(number)).taskId);
  return ids;
}

function numbers(count: number): bigint[] {
  return Array.from({ length: count }, () => 2n ** 40n + BigInt(Math.floor(Math.random() * 2 ** 40)));
}

/** Waits until all tasks are answered on chain, and says how many blocks each took. */
async function answered(chain: TestChain, { deployment }: TestNetwork, ids: readonly string[]) {
  const wanted = new Set(ids);
  const address = deployment.contracts.taskManager;
  const blocksOf = async (eventName: "TaskCreated" | "TaskResponded") => {
    const events = { abi: taskManagerAbi, address, eventName, fromBlock: 0n, strict: true } as const;
    const logs = await chain.client.getContractEvents(events);
    return new Map(
      logs.flatMap(({ args, blockNumber }) =>
        wanted.has(args.taskId) ? [[args.taskId as string, Number(blockNumber)] as const] : [],
      ),
    );
  };
  const isDone = async () => ((await blocksOf("TaskResponded")).size === wanted.size ? true : undefined);
  await waitFor("the answers", isDone, { timeoutMs: Number(responseWindow) * 1_000, intervalMs: 500 }).catch(
    () => process.stderr.write("not all tasks were answered in time\n"),
  );
  const [created, responded] = await Promise.all([blocksOf("TaskCreated"), blocksOf("TaskResponded")]);
  return {
    latencies: [...responded].map(([id, block]) => block - (created.get(id) ?? Number.NaN)),
    firstBlock: Math.min(...created.values()),
    lastBlock: Math.max(...responded.values()),
  };
}
