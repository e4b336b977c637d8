import type { RewardsContext } from "../../jobs/rewards/context.ts";
import { runBundle } from "../../jobs/rewards/runs/bundle.ts";
import { runConservation } from "../../jobs/rewards/runs/conservation.ts";
import { runJoin } from "../../jobs/rewards/runs/join.ts";
import { runRoot } from "../../jobs/rewards/runs/root.ts";
import { runShard } from "../../jobs/rewards/runs/shard.ts";
import { runSnapshot } from "../../jobs/rewards/runs/snapshot.ts";
import { listOpenShards } from "../../jobs/rewards/shardQueries.ts";
import { openProcess } from "./openProcess.ts";

/** Runs the stages of an epoch in a process of its own, as a worker of the jobs would, two shards at once; prints seconds by stage as JSON. */
const epoch = BigInt(process.env.BENCH_EPOCH ?? "0");
const context: RewardsContext = openProcess();

async function runShards(): Promise<void> {
  const open = await listOpenShards(context.db, epoch);
  const work = async () => {
    for (let shard = open.shift(); shard !== undefined; shard = open.shift())
      await runShard(context, { epoch, shard });
  };
  await Promise.all([work(), work()]);
}

const stages: Readonly<Record<string, () => Promise<void>>> = {
  snapshot: () => runSnapshot(context, epoch),
  shards: runShards,
  join: () => runJoin(context, epoch),
  conservation: () => runConservation(context, epoch),
  root: () => runRoot(context, epoch),
  bundle: () => runBundle(context, epoch),
};
const seconds: Record<string, number> = {};
for (const [name, run] of Object.entries(stages)) {
  const startedAt = performance.now();
  await run();
  seconds[name] = (performance.now() - startedAt) / 1_000;
}
await context.db.destroy();
process.stdout.write(JSON.stringify(seconds));
