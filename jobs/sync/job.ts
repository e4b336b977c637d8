import { type Address, encodeFunctionData } from "viem";
import { z } from "zod";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { readProgress } from "../../lib/database/checkpoint.ts";
import type { JobContext } from "../context.ts";
import { defineJob } from "../queue/defineJob.ts";
import { sendIntent } from "../transactions/sendIntent.ts";
import { type Drift, listDrifted, listSyncing } from "./queries.ts";

/** Operators in one transaction, so that it stays far below the gas that one may use; the rest has its turn in the next slot. */
const batchSize = 30;

type SyncPayload = {
  readonly network: Address;
  /** Time is cut into slots of `intervalSeconds`: a network is synced at most once in each, whatever its operators do. */
  readonly slot: string;
};

/** Records the weights of operators whose stake or allocations have changed, as anyone may. */
export const syncWeightsJob = defineJob<JobContext, SyncPayload>({
  name: "sync-weights",
  payload: z.object({
    network: z.custom<Address>((value) => typeof value === "string" && /^0x[0-9a-f]{40}$/.test(value)),
    slot: z.string().regex(/^\d{1,20}$/),
  }),
  concurrency: 2,
  everyMs: 2_000,
  unfinished: listUnsynced,
  run: syncNetwork,
});

/** Networks with drifted weights of which no sync is under way nor was sent in this slot. */
export async function listUnsynced({ db, sync }: JobContext): Promise<SyncPayload[]> {
  const drifted = await listDrifted(db, sync.driftBps);
  const networks = [...new Set(drifted.map((drift) => drift.network))];
  if (networks.length === 0) return [];
  const slot = await currentSlot({ db, sync });
  const syncing = new Set(await listSyncing(db, networks, slot));
  return networks
    .filter((network) => !syncing.has(network))
    .map((network) => ({ network, slot: String(slot) }));
}

/** Sends one `syncWeights` for the network's most drifted operators, as far as the chain confirms that they drifted. */
export async function syncNetwork(context: JobContext, { network, slot }: SyncPayload): Promise<void> {
  const { db, deployment, sender, logger, sync } = context;
  if (slot !== String(await currentSlot(context))) return;
  const drifted = (await listDrifted(db, sync.driftBps)).filter((drift) => drift.network === network);
  const operators = await confirm(context, drifted.slice(0, batchSize));
  if (operators.length === 0) return logger.debug({ network }, "nothing to sync");
  const outcome = await sendIntent(sender, {
    purpose: `sync:${network}:${slot}`,
    to: deployment.contracts.stakeRegistry,
    data: encodeFunctionData({
      abi: stakeRegistryAbi,
      functionName: "syncWeights",
      args: [network, operators],
    }),
  });
  logger.info({ network, operators: operators.length, outcome }, "weights synced");
}

async function currentSlot({ db, sync }: Pick<JobContext, "db" | "sync">): Promise<bigint> {
  const { latest } = await readProgress(db);
  return latest.timestamp / BigInt(sync.intervalSeconds);
}

/**
 * Leaves out whoever was synced meanwhile, and whose total does not differ on chain although it does here. A total that is
 * the same here, of other assets, cannot be seen in the chain's totals.
 */
async function confirm(
  { sender, deployment }: JobContext,
  drifted: readonly Drift[],
): Promise<readonly Address[]> {
  const registry = { address: deployment.contracts.stakeRegistry, abi: stakeRegistryAbi } as const;
  const isDrifted = async ({ network, operator, live, recorded }: Drift) => {
    const args = [network, operator] as const;
    const [liveNow, recordedNow] = await Promise.all([
      sender.chain.readContract({ ...registry, functionName: "liveWeightOf", args }),
      sender.chain.readContract({ ...registry, functionName: "weightOf", args }),
    ]);
    return recordedNow === recorded && (live === recorded || liveNow !== recordedNow);
  };
  const confirmed = await Promise.all(drifted.map(isDrifted));
  return drifted.filter((_, index) => confirmed[index]).map(({ operator }) => operator);
}
