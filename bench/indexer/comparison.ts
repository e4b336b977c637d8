import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Options } from "../Benchmark.ts";
import { type Section, whole } from "../support/report.ts";
import { median } from "../support/statistics.ts";
import { type Bench, onRecordedChain } from "./bench.ts";
import { digestsOf, dropRows, freshDatabase, millisecondsUntil } from "./databases.ts";
import { measureInvariants } from "./invariantsCost.ts";
import { runIndexer, type Subject } from "./run.ts";

const rounds = 2;
const floorProgram = fileURLToPath(new URL("./floor.ts", import.meta.url));

type Measured = {
  readonly events: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
  readonly calls: ReadonlyMap<string, number>;
};

/** The indexer against its floor, a Ponder that keeps no state, and Ponder's handlers in the obvious way. */
export function run({ quick }: Options): AsyncIterable<Section> {
  return onRecordedChain(quick ? 10_000 : 100_000, compareIndexers);
}

/** Each subject on its own database of one server: with an empty cache once, then from the cache, in turn. */
async function* compareIndexers(bench: Bench): AsyncIterable<Section> {
  const { say } = bench;
  const subjects = ["bare", "plain", "ours"] as const;
  const urls = { bare: "", plain: "", ours: "" };
  const cold: Measured[] = [];
  const cached = { bare: [] as Measured[], plain: [] as Measured[], ours: [] as Measured[] };
  for (const name of subjects) {
    urls[name] = await freshDatabase(bench.server, `bench_${name}`);
    say(`${name}, with an empty cache`);
    cold.push(await measure(bench, name, urls[name]));
  }
  for (let round = 1; round <= rounds; round++) {
    for (const name of subjects) {
      say(`${name}, from its cache, ${round} of ${rounds}`);
      await dropRows(urls[name]);
      cached[name].push(await measure(bench, name, urls[name]));
    }
  }
  await requireSameRows(urls.plain, urls.ours);
  const [bare, plain, ours] = subjects.map((name) => middle(cached[name])) as [Measured, Measured, Measured];
  const floor = await measureFloor(bench);
  yield {
    title: `Indexing ${whole(ours.events)} events, the faster of ${rounds} runs`,
    columns: ["what", "s", "events/s", "CPU s", "peak MiB"],
    rows: [
      ["a floor: getLogs, decodeEventLog, COPY; no state", ...figuresOf(floor)],
      ["Ponder that only inserts each event, from its cache", ...figuresOf(bare)],
      ["Ponder, the same tables in the obvious way, from its cache", ...figuresOf(plain)],
      ["**ours, from Ponder's cache**", ...figuresOf(ours)],
      ...cold.map((measured, at) => [`${subjects[at]}, with an empty cache`, ...figuresOf(measured)]),
    ],
    notes: [
      `Ours takes ${(ours.seconds / bare.seconds).toFixed(2)} times as long as the bare one, and the obvious way ${(plain.seconds / ours.seconds).toFixed(2)} times as long as ours. Their rows are the same, table by table.`,
      "Seconds run from the start of indexing to the last index of the tables; CPU and memory are of all processes of the indexer since they started, loading included.",
    ],
  };
  yield callsOf(
    bench,
    cold.map(({ calls }) => calls),
    subjects,
  );
  yield await measureInvariants(urls.ours, bench.recording.head);
}

async function measure(
  bench: Bench,
  name: "bare" | "plain" | "ours",
  databaseUrl: string,
): Promise<Measured> {
  const { node, addresses } = bench;
  const subject: Subject = name === "ours" ? { kind: "ours" } : { kind: "app", folder: name };
  // Ponder limits its requests by URL; ours names its gateway as often.
  const rpcUrl = name === "ours" ? node.url : [0, 1, 2, 3].map((copy) => `${node.url}/?n=${copy}`).join(",");
  node.reset();
  const run = await runIndexer(subject, { databaseUrl, rpcUrl, addresses });
  const calls = new Map(node.calls);
  // Rows are compared as of one block: the head, which is followed from the last final block on.
  await millisecondsUntil(databaseUrl, [node.head], () => {}, 0);
  await run.stop();
  return { ...run.usage, events: run.events, seconds: run.seconds, calls };
}

async function measureFloor({ node, server, addresses }: Bench): Promise<Measured> {
  const database = await freshDatabase(server, "bench_floor");
  const args = ["--import", "tsx", floorProgram, node.url, database, addresses, String(node.head)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  for await (const chunk of child.stdout) text += chunk;
  return { ...(JSON.parse(text) as Omit<Measured, "calls">), calls: new Map() };
}

async function requireSameRows(one: string, other: string): Promise<void> {
  const [left, right] = [await digestsOf(one), await digestsOf(other)];
  const differing = left.filter(
    ({ table, sha256 }) => right.find((digest) => digest.table === table)?.sha256 !== sha256,
  );
  if (left.length === 0 || left.length !== right.length || differing.length > 0) {
    throw new Error(`rows differ: ${differing.map(({ table }) => table).join(", ")}`);
  }
}

function middle(measured: readonly Measured[]): Measured {
  const of = (pick: (one: Measured) => number) => median(measured.map(pick));
  const [first] = measured;
  if (!first) throw new RangeError("nothing was measured");
  return {
    ...first,
    seconds: of(({ seconds }) => seconds),
    cpuSeconds: of(({ cpuSeconds }) => cpuSeconds),
    peakMiB: of(({ peakMiB }) => peakMiB),
  };
}

function figuresOf({ events, seconds, cpuSeconds, peakMiB }: Measured): string[] {
  return [seconds.toFixed(1), whole(events / seconds), cpuSeconds.toFixed(1), whole(peakMiB)];
}

function callsOf(
  { recording }: Bench,
  calls: readonly ReadonlyMap<string, number>[],
  subjects: readonly string[],
): Section {
  const methods = [...new Set(calls.flatMap((of) => [...of.keys()]))].sort();
  const blocks = recording.events.filter((count) => count > 0).length;
  const sumOf = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((sum, count) => sum + count, 0);
  return {
    title: "Requests to the node with an empty cache",
    columns: ["method", ...subjects],
    rows: [
      ...methods.map((method) => [method, ...calls.map((of) => whole(of.get(method) ?? 0))]),
      ["together", ...calls.map((of) => whole(sumOf(of)))],
    ],
    notes: [`The chain has ${whole(blocks)} blocks with events.`],
  };
}
