import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { countLeaves } from "../../lib/rewards/totalQueries.ts";
import { watchProcess } from "../support/processUsage.ts";
import { openWorld } from "./openWorld.ts";
import { copyOutAndIn, dailySnapshots, scan } from "./references.ts";
import { epochSeconds } from "./world.ts";

type StageSeconds = Readonly<Record<string, number>>;
export type Run = { readonly seconds: StageSeconds; readonly peakMiB: number };
export type Measured = {
  readonly intervals: number;
  readonly leaves: number;
  /** Epochs 0, 1, 2 … */
  readonly runs: readonly Run[];
  readonly scan: number;
  readonly copy: number;
  /** Null where it was not measured. */
  readonly daily: number | null;
};

const epochs = [0, 1, 2];
/**
 * Epochs by stage and the references, of one number of intervals. The slow reference comes last, and `keep` is called before it, too.
 */
export async function measureEpochs(
  intervals: number,
  withDaily: boolean,
  keep: (measured: Measured) => void,
): Promise<void> {
  const world = await openWorld(intervals, epochs.length);
  try {
    const runs: Run[] = [];
    for (const epoch of epochs) {
      runs.push(await runStages({ ...world.env, BENCH_EPOCH: String(epoch) }));
      process.stderr.write(`epoch ${epoch} of ${intervals}: ${JSON.stringify(runs.at(-1))}\n`);
    }
    const buckets = await countLeaves(world.db, 0n);
    const measured = {
      ...{ intervals, runs, leaves: buckets.reduce((sum, { leaves }) => sum + leaves, 0), daily: null },
      scan: (await scan(world.url)).seconds,
      copy: (await copyOutAndIn(world.url)).seconds,
    };
    keep(measured);
    if (!withDaily) return;
    const { seconds } = await dailySnapshots(world.url, world.genesis, epochSeconds / 86_400);
    keep({ ...measured, daily: seconds });
  } finally {
    await world.close();
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
