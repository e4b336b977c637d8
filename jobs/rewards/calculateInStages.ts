import type { RewardsContext } from "./context.ts";
import { nextEpoch } from "./epochQueries.ts";
import { runBundle } from "./runs/bundle.ts";
import { runConservation } from "./runs/conservation.ts";
import { runJoin } from "./runs/join.ts";
import { runRoot } from "./runs/root.ts";
import { runShard } from "./runs/shard.ts";
import { runSnapshot } from "./runs/snapshot.ts";
import { listOpenShards } from "./shardQueries.ts";

/**
 * Stages 1 to 7 of the next epoch one after the other in this process, from wherever the epoch stands: what the jobs do as a flow.
 * Does nothing for another epoch than the next.
 */
export async function calculateInStages(context: RewardsContext, epoch: bigint): Promise<void> {
  if (epoch !== (await nextEpoch(context.db))) return;
  await runSnapshot(context, epoch);
  for (const shard of await listOpenShards(context.db, epoch)) await runShard(context, { epoch, shard });
  await runJoin(context, epoch);
  await runConservation(context, epoch);
  await runRoot(context, epoch);
  await runBundle(context, epoch);
}
