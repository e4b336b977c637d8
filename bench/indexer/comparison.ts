import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Options } from "../Benchmark.ts";
import { type Section, whole } from "../support/report.ts";
import { type Bench, onRecordedChain } from "./bench.ts";
import { digestsOf, dropRows, freshDatabase, millisecondsUntil } from "./databases.ts";
import { measureInvariants } from "./invariantsCost.ts";
import { runIndexer, type Subject } from "./run.ts";
import { readStepTimes, type StepTimes } from "./stepTimes.ts";

const rounds = 2;
const subjects = ["bare", "plain", "ours"] as const;
const floorProgram = fileURLToPath(new URL("./floor.ts", import.meta.url));

type Figures = {
  readonly events: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
};
type Measured = Figures & { readonly calls: ReadonlyMap<string, number>; readonly times: StepTimes };

/** The indexer against its floor, a Ponder that keeps no state, and Ponder's handlers in the obvious way. */
export function run({ quick }: Options): AsyncIterable<Section> {
  return onRecordedChain(quick ? 10_000 : 100_000, compareIndexers);
}

/** Each subject on its own database of one server: with an empty cache once, then from the cache, in turn. */
async function* compareIndexers(bench: Bench): AsyncIterable<Section> {
  const { say, server } = bench;
  const urls = { bare: "", plain: "", ours: "" };
  const cold: Measured[] = [];
  const cached = { bare: [] as Measured[], plain: [] as Measured[], ours: [] as Measured[] };
  const floor = await measureFloor(bench);
  say(`floor: ${figuresOf(floor).join(", ")}`);
  for (const name of subjects) {
    urls[name] = await freshDatabase(server, `bench_${name}`);
    const measured = await measure(bench, name, urls[name]);
    say(`${name}, with an empty cache: ${figuresOf(measured).join(", ")}`);
    cold.push(measured);
  }
  yield callsOf(
    bench,
    cold.map(({ calls }) => calls),
  );
  for (let round = 1; round <= rounds; round++) {
    for (const name of subjects) {
      await dropRows(urls[name]);
      const measured = await measure(bench, name, urls[name]);
      say(`${name}, from its cache, ${round} of ${rounds}: ${figuresOf(measured).join(", ")}`);
      cached[name].push(measured);
    }
    if (round > 1) continue;
    await requireSameRows(urls.plain, urls.ours);
    yield await measureInvariants(urls.ours, bench.recording.head);
  }
  const [bare, plain, ours] = subjects.map((name) => fastest(cached[name])) as [Measured, Measured, Measured];
  yield stepsOf([bare, plain, ours]);
  yield handlersOf(ours);
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
}

async function measure(
  bench: Bench,
  name: (typeof subjects)[number],
  databaseUrl: string,
): Promise<Measured> {
  const { node, addresses } = bench;
  const subject: Subject = name === "ours" ? { kind: "ours" } : { kind: "app", folder: name };
  // Ponder limits its requests by URL; ours names its gateway as often.
  const rpcUrl = name === "ours" ? node.url : [0, 1, 2, 3].map((copy) => `${node.url}/?n=${copy}`).join(",");
  node.reset();
  const run = await runIndexer(subject, { databaseUrl, rpcUrl, addresses });
  const calls = new Map(node.calls);
  const times = await readStepTimes(run.port);
  // Rows are compared as of one block: the head, which is followed from the last final block on.
  await millisecondsUntil(databaseUrl, [node.head], () => {}, 0);
  await run.stop();
  return { ...run.usage, events: run.events, seconds: run.seconds, calls, times };
}

async function measureFloor({ node, server, addresses }: Bench): Promise<Figures> {
  const database = await freshDatabase(server, "bench_floor");
  const args = ["--import", "tsx", floorProgram, node.url, database, addresses, String(node.head)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  for await (const chunk of child.stdout) text += chunk;
  return JSON.parse(text) as Figures;
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

function fastest(measured: readonly Measured[]): Measured {
  const [first] = [...measured].sort((one, other) => one.seconds - other.seconds);
  if (!first) throw new RangeError("nothing was measured");
  return first;
}

function figuresOf({ events, seconds, cpuSeconds, peakMiB }: Figures): string[] {
  return [seconds.toFixed(1), whole(events / seconds), cpuSeconds.toFixed(1), whole(peakMiB)];
}

function callsOf({ recording }: Bench, calls: readonly ReadonlyMap<string, number>[]): Section {
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

function stepsOf(measured: readonly Measured[]): Section {
  const steps = [...(measured[0]?.times.steps.keys() ?? [])];
  const rest = ({ seconds, times }: Measured) =>
    seconds * 1_000 - [...times.steps.values()].reduce((sum, ms) => sum + ms, 0);
  return {
    title: "Where the time goes, from the cache, in ms",
    columns: ["step", ...subjects],
    rows: [
      ...steps.map((step) => [step, ...measured.map(({ times }) => whole(times.steps.get(step) ?? 0))]),
      ["all else", ...measured.map((one) => whole(rest(one)))],
    ],
    notes: [
      "`prefetch` reads rows that are likely to be needed, `index` runs the handlers, `load` writes their rows with COPY; all else is waiting for logs and blocks from the cache, indexes and views.",
    ],
  };
}

function handlersOf({ times }: Measured): Section {
  const slowest = [...times.handlers].sort(([, one], [, other]) => other.ms - one.ms).slice(0, 8);
  return {
    title: "Handlers of ours, those that take most",
    columns: ["event", "calls", "ms", "µs a call"],
    rows: slowest.map(([event, { calls, ms }]) => [
      event,
      whole(calls),
      whole(ms),
      whole((ms * 1_000) / calls),
    ]),
  };
}
