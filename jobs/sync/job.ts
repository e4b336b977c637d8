import { type Address, encodeFunctionData } from "viem";
import { z } from "zod";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { readProgress } from "../../lib/database/checkpoint.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import type { JobContext } from "../context.ts";
import { defineJob } from "../queue/defineJob.ts";
import { lowercase, sendIntent } from "../transactions/sendIntent.ts";
import { chooseOperators } from "./chooseOperators.ts";
import { listDrifted, listSyncing } from "./queries.ts";

/** Half of what one transaction may use (EIP-7825: 2^24); the rest of the operators have their turn in the next slot. */
const gasBudget = 8_000_000n;

type SyncPayload = {
  readonly network: Address;
  /** Time is cut into slots of `intervalSeconds`: a network is synced at most once in each, whatever its operators do. */
  readonly slot: string;
};

/** Operators drifted whose sync the contract refuses: to be looked at again, ever more rarely. */
class SyncRefusedError extends NektarError {
  readonly code = "SYNC_REFUSED";
}

/** Records the weights of operators whose stake or allocations have changed, as anyone may. */
export const syncWeightsJob = defineJob<JobContext, SyncPayload>({
  name: "sync-weights",
  payload: z.object({
    network: z.custom<Address>((value) => typeof value === "string" && /^0x[0-9a-f]{40}$/.test(value)),
    slot: z.string().regex(/^\d{1,20}$/),
  }),
  concurrency: 2,
  // All weights are compared: 0.6 s of the database for 25,000 memberships of 4 assets each.
  everyMs: 10_000,
  unfinished: listUnsynced,
  run: syncNetwork,
});

/** Networks with drifted weights of which no sync is under way nor was sent in this slot. */
export async function listUnsynced(context: JobContext): Promise<SyncPayload[]> {
  const slot = await currentSlot(context);
  const drifted = await listDrifted(context.db, context.sync.driftBps);
  const networks = [...new Set(drifted.map((drift) => drift.network))];
  const unsynced = await withoutSyncing(context, networks, slot);
  return unsynced.map((network) => ({ network, slot: String(slot) }));
}

/**
 * Sends one `syncWeights` for the network's most drifted operators, as far as the chain confirms that they drifted.
 * @throws {SyncRefusedError} when the contract refuses all of them; some are only logged.
 */
export async function syncNetwork(context: JobContext, { network, slot }: SyncPayload): Promise<void> {
  const { db, deployment, sender, logger, sync } = context;
  const now = await currentSlot(context);
  if (slot !== String(now) || (await withoutSyncing(context, [network], now)).length === 0) return;
  const drifted = await listDrifted(db, sync.driftBps, network);
  const { operators, refused } = await chooseOperators(context, drifted, gasBudget);
  if (operators.length === 0 && refused.length > 0)
    throw new SyncRefusedError("The contract refuses to sync the operators.", { network, refused });
  if (refused.length > 0) logger.warn({ network, refused }, "operators that the contract refuses to sync");
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
  if (outcome === "sent") logger.info({ network, operators: operators.length }, "weights synced");
}

async function withoutSyncing(
  { db, sender }: JobContext,
  networks: readonly Address[],
  slot: bigint,
): Promise<Address[]> {
  if (networks.length === 0) return [];
  const syncing = new Set(await listSyncing(db, lowercase(sender.account.address), networks, slot));
  return networks.filter((network) => !syncing.has(network));
}

async function currentSlot({ db, sync }: JobContext): Promise<bigint> {
  const { latest } = await readProgress(db);
  return latest.timestamp / BigInt(sync.intervalSeconds);
}
