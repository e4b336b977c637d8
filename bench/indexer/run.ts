import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { freePort } from "../../devnet/net/ports.ts";
import { nodeOptions } from "../../indexer/supervisor/ponderChild.ts";
import { viewsSchema } from "../../indexer/supervisor/schemas.ts";
import { type Usage, watchProcess } from "../support/processUsage.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readyWithinMs = 900_000;

export type Subject = { readonly kind: "ours" } | { readonly kind: "app"; readonly folder: "bare" | "plain" };

export type Surroundings = {
  readonly databaseUrl: string;
  readonly rpcUrl: string;
  readonly addresses: string;
};

export type Run = {
  /** Where it serves its metrics. */
  readonly port: number;
  /** That were indexed: those up to the final block. */
  readonly events: number;
  /** From the start of indexing (not of the process) until the rows are complete and have their indexes. */
  readonly seconds: number;
  /** From the start of the process. */
  readonly readySeconds: number;
  /** Of all processes of the subject, until then. */
  readonly usage: Usage;
  /** Asks it to stop, and waits. */
  stop(): Promise<void>;
};

/** Starts an indexer and waits until its history is done. It goes on following the chain until `stop`. */
export async function runIndexer(subject: Subject, at: Surroundings, { pollingMs = 100 } = {}): Promise<Run> {
  const port = await freePort();
  const env = { ...process.env, ...environment(at, port, pollingMs) };
  const started = performance.now();
  const child = spawn(process.execPath, commandOf(subject, port), {
    env,
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<void>((done) => child.once("exit", () => done()));
  let output = "";
  let events = 0;
  const times = new Map<string, number>();
  const watched = new Map([[child.pid ?? 0, watchProcess(child.pid ?? 0)]]);
  await new Promise<void>((done, fail) => {
    const patience = setTimeout(() => fail(new Error(`not ready: ${output}`)), readyWithinMs);
    const hear = (line: string) => {
      output = `${output}\n${line}`.slice(-5_000);
      const message = /"msg":"([^"]*)"/.exec(line)?.[1] ?? "";
      if (message === "Indexed block range") events += Number(/"event_count":(\d+)/.exec(line)?.[1]);
      if (!times.has(message)) times.set(message, performance.now());
      for (const pid of childrenOf(child.pid ?? 0, message)) watched.set(pid, watchProcess(pid));
      if (!(message === "Started returning 200 responses" && line.includes("/ready"))) return;
      clearTimeout(patience);
      done();
    };
    createInterface({ input: child.stdout }).on("line", hear);
    createInterface({ input: child.stderr }).on("line", hear);
    exited.then(() => fail(new Error(`it ended: ${output}`)));
  });
  const usages = await Promise.all([...watched.values()].map((process) => process.stop()));
  const since = times.get("Started backfill indexing") ?? started;
  return {
    events,
    port,
    seconds: (performance.now() - since) / 1_000,
    readySeconds: (performance.now() - started) / 1_000,
    usage: {
      cpuSeconds: usages.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
      peakMiB: usages.reduce((sum, { peakMiB }) => sum + peakMiB, 0),
    },
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

function environment(
  { databaseUrl, rpcUrl, addresses }: Surroundings,
  port: number,
  pollingMs: number,
): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: databaseUrl,
    RPC_URL: rpcUrl,
    NEKTAR_ADDRESSES: addresses,
    INDEXER_PORT: String(port),
    INDEXER_POLLING_MS: String(pollingMs),
    PONDER_TELEMETRY_DISABLED: "1",
  };
}

function commandOf(subject: Subject, port: number): string[] {
  if (subject.kind === "ours") return ["--import", "tsx", "indexer/main.ts"];
  const ponder = fileURLToPath(new URL("./bin/ponder.js", import.meta.resolve("ponder")));
  return [
    // With the same memory for young objects as ours has.
    ...[...nodeOptions, "--import", "tsx", ponder, "start", "--root", `bench/indexer/${subject.folder}`],
    ...[
      "--schema",
      subject.folder,
      "--views-schema",
      viewsSchema,
      "--port",
      String(port),
      "--hostname",
      "127.0.0.1",
      "--log-format",
      "json",
    ],
  ];
}

/** The child that Ponder runs in, of ours: it exists once Ponder says that it indexes. */
function childrenOf(parent: number, message: string): number[] {
  if (message !== "Started backfill indexing") return [];
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const pairs = stdout.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([pid, ppid]) => (ppid === parent && pid ? [pid] : []));
}
