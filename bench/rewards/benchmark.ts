import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { keccak256, toHex, zeroHash } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { countLeaves } from "../../lib/rewards/totalQueries.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { startChain } from "../../test/support/testChain.ts";
import { startTestPostgres } from "../../test/support/testPostgres.ts";
import type { Options } from "../Benchmark.ts";
import { watchProcess } from "../support/processUsage.ts";
import { type Section, whole } from "../support/report.ts";
import { copyOutAndIn, dailySnapshots, scan } from "./references.ts";
import { epochSeconds, fillWorld, networks, operators, tokens } from "./world.ts";

type StageSeconds = Readonly<Record<string, number>>;
type Run = { readonly seconds: StageSeconds; readonly peakMiB: number };
type Measured = {
  readonly intervals: number;
  readonly leaves: number;
  /** Epochs 0, 1 and 2. */
  readonly runs: readonly Run[];
  readonly scan: number;
  readonly copy: number;
  readonly daily: number;
};

/** Reward epochs from snapshot to bundle, by stage, against a scan, daily snapshots, and the way out of the database and back. */
export async function* run({ large, quick }: Options): AsyncIterable<Section> {
  const sizes = [10_000, 100_000, ...(quick ? [] : [1_000_000]), ...(large ? [5_000_000] : [])];
  const measured: Measured[] = [];
  for (const size of sizes) {
    measured.push(await measure(size));
    yield stagesSection(measured.slice(-1));
  }
  yield referencesSection(measured);
}

async function measure(intervals: number): Promise<Measured> {
  const [postgres, chain] = await Promise.all([startTestPostgres(), startChain()]);
  const db = createDatabase({
    connectionString: postgres.url,
    applicationName: "bench",
    statementTimeoutMs: 600_000,
  });
  try {
    await chain.client.mine({ blocks: 20, interval: 10 });
    const genesis = Number((await chain.client.getBlock({ blockNumber: 1n })).timestamp);
    await migrate(db);
    await createIndexerTables(db);
    await fillWorld(db, intervals, genesis);
    await setProgress(db, { latest: [9_999_999_999n, 20n], finalized: [9_999_999_999n, 20n] });
    const env = {
      BENCH_DATABASE: postgres.url,
      BENCH_RPC: chain.url,
      BENCH_DEPLOYMENT: JSON.stringify(deploymentAt(genesis)),
    };
    const runs: Run[] = [];
    for (const epoch of ["0", "1", "2"]) runs.push(await runStages({ ...env, BENCH_EPOCH: epoch }));
    return {
      ...{
        intervals,
        runs,
        leaves: (await countLeaves(db, 0n)).reduce((sum, { leaves }) => sum + leaves, 0),
      },
      scan: (await scan(postgres.url)).seconds,
      copy: (await copyOutAndIn(postgres.url)).seconds,
      daily: (await dailySnapshots(postgres.url, genesis, epochSeconds / 86_400)).seconds,
    };
  } finally {
    await db.destroy();
    await Promise.all([postgres.stop(), chain.stop()]);
  }
}

/** The stages of one epoch in a process of its own, whose memory is watched. */
async function runStages(env: Readonly<Record<string, string>>): Promise<Run> {
  const script = fileURLToPath(new URL("./runStages.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const watched = watchProcess(child.pid ?? 0);
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const [code] = await once(child, "close");
  const { peakMiB } = await watched.stop();
  if (code !== 0) throw new Error(`the stages ended with ${code}`);
  return { seconds: JSON.parse(text) as StageSeconds, peakMiB };
}

/** Addresses that nothing is sent to: the calculation asks the chain for the headers of its blocks alone. */
function deploymentAt(genesis: number): Deployment {
  const names = ["accessManager", "epochClock", "operatorRegistry", "networkRegistry", "delegationManager"];
  names.push("allocationManager", "stakeRegistry", "taskManager", "challengeManager", "slashingManager");
  const contracts = [...names, "rewardsCoordinator"].map((name) => [
    name,
    keccak256(toHex(name)).slice(0, 42),
  ]);
  return {
    ...{ chainId: 31337, genesisHash: zeroHash, startBlock: 0, codeHashes: {} },
    epoch: { genesis, lengthSeconds: epochSeconds },
    contracts: Object.fromEntries(contracts) as Deployment["contracts"],
  };
}

const toRoot = ["snapshot", "shards", "join", "conservation", "root"];
const totalOf = ({ seconds }: Run) => toRoot.reduce((sum, name) => sum + (seconds[name] ?? 0), 0);
const fixed = (value: number) => value.toFixed(2);

function stagesSection(measured: readonly Measured[]): Section {
  const names = [...toRoot, "bundle"];
  return {
    title: `Reward epochs by stage, in seconds: ${whole(operators)} operators, ${networks} networks, ${tokens} tokens`,
    columns: ["intervals", "leaves", "epoch", ...names, "to root", "peak MiB"],
    rows: measured.flatMap(({ intervals, leaves, runs }) =>
      runs.map((run, epoch) => [
        ...[whole(intervals), whole(leaves), epoch],
        ...names.map((name) => fixed(run.seconds[name] ?? 0)),
        ...[fixed(totalOf(run)), whole(run.peakMiB)],
      ]),
    ),
    notes: ["One process, two shards at once. *To root* is everything but the bundle."],
  };
}

function referencesSection(measured: readonly Measured[]): Section {
  return {
    title: "Epoch 0 from snapshot to root against references of the same run",
    columns: [
      "intervals",
      "ours",
      "(a) scan",
      "(b) daily snapshots",
      "(c) COPY",
      "(b) / ours",
      "ours / (c)",
      "growth",
    ],
    rows: measured.map((row, index) => {
      const [first] = row.runs as [Run];
      const before = measured[index - 1]?.runs[0];
      const ours = totalOf(first);
      return [
        ...[whole(row.intervals), fixed(ours), fixed(row.scan), fixed(row.daily), fixed(row.copy)],
        ...[fixed(row.daily / ours), fixed(ours / row.copy), before ? fixed(ours / totalOf(before)) : ""],
      ];
    }),
    notes: [
      "(a) one scan of the intervals; (b) a row per delegation and day for 30 days, window functions, sums by earner: what EigenLayer's sidecar does; without a tree. (c) COPY out of the intervals and COPY in of a row per leaf and holding, without indexes and without any arithmetic: the floor of ways that leave the database.",
    ],
  };
}
