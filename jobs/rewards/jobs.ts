import { z } from "zod";
import { readProgress } from "../../lib/database/checkpoint.ts";
import { epochEnd } from "../../lib/protocol/epochs.ts";
import type { JobContext, SendingContext } from "../context.ts";
import { defineJob } from "../queue/defineJob.ts";
import type { RewardsContext } from "./context.ts";
import { listUnverified, nextEpoch } from "./epochQueries.ts";
import { type LaterStage, laterStages, restOfEpoch } from "./flow.ts";
import { runBundle } from "./runs/bundle.ts";
import { runConservation } from "./runs/conservation.ts";
import { runJoin } from "./runs/join.ts";
import { runRoot } from "./runs/root.ts";
import { runShard } from "./runs/shard.ts";
import { runSnapshot } from "./runs/snapshot.ts";
import { settleRoot } from "./settleRoot.ts";
import { findStage, findStill } from "./stageQueries.ts";
import { watchRoot } from "./stages/12-watch.ts";
import { checkRoot } from "./stages/13-check.ts";
import { listRefusable, listUnchecked } from "./watchQueries.ts";

type EpochPayload = { readonly epoch: string };
const epoch = z.string().regex(/^\d+$/);
const payload = z.object({ epoch });

/** Roots in flight at once; they are submitted in the order of their epochs. */
const publishWindow = 10;
/** More roots than ever wait for their activation at once. */
const watchedRoots = 100;
/** An epoch whose rows do not change for so long has lost its flow, and gets another. */
const stillSeconds = 10;

/** Begins the next epoch as soon as its end is final, and takes up one that stands still. */
export const snapshotJob = defineJob<JobContext, EpochPayload>({
  name: "rewards-snapshot",
  payload,
  concurrency: 1,
  everyMs: 1_000,
  unfinished: async ({ db, deployment }) => {
    const next = await nextEpoch(db);
    if ((await findStage(db, next)) > 0) return [];
    const { finalized } = await readProgress(db);
    return finalized.timestamp >= epochEnd(deployment.epoch, next) ? [{ epoch: next.toString() }] : [];
  },
  flows: async ({ db }) => {
    const still = await findStill(db, stillSeconds);
    const attempt = Math.floor(Date.now() / (stillSeconds * 1_000)).toString(36);
    return still === undefined ? [] : restOfEpoch(db, still, attempt);
  },
  run: async (context, { epoch }) => {
    // A wake-up that came late or twice: done already, or not this epoch's turn.
    if (BigInt(epoch) === (await nextEpoch(context.db)))
      await runSnapshot(rewardsContext(context), BigInt(epoch));
  },
  next: ({ db }, { epoch }) => restOfEpoch(db, BigInt(epoch), "first"),
});

/** Calculates what the delegators of some operators earn. */
export const shardJob = defineJob<JobContext, EpochPayload & { readonly shard: string }>({
  name: "rewards-shard",
  payload: z.object({ epoch, shard: z.string().regex(/^\d{1,9}$/) }),
  concurrency: 2,
  everyMs: 60_000,
  // Found by the reconciler of whole epochs, above.
  unfinished: async () => [],
  run: async (context, { epoch, shard }) =>
    runShard(rewardsContext(context), { epoch: BigInt(epoch), shard: Number(shard) }),
});

const runs: Readonly<Record<LaterStage, (context: RewardsContext, epoch: bigint) => Promise<void>>> = {
  join: runJoin,
  conservation: runConservation,
  root: runRoot,
  bundle: runBundle,
};

/** One of the stages after the shards. */
export const stageJob = defineJob<JobContext, EpochPayload & { readonly stage: LaterStage }>({
  name: "rewards-stage",
  payload: z.object({ epoch, stage: z.enum(laterStages) }),
  concurrency: 1,
  everyMs: 60_000,
  unfinished: async () => [],
  run: async (context, { epoch, stage }) => runs[stage](rewardsContext(context), BigInt(epoch)),
});

/** Brings the roots of calculated epochs on chain and checks them. */
export const publishJob = defineJob<JobContext, EpochPayload>({
  name: "rewards-publish",
  payload,
  concurrency: 1,
  everyMs: 2_000,
  unfinished: async ({ db }) => {
    const epochs = await listUnverified(db, publishWindow);
    return epochs.map((number) => ({ epoch: number.toString() }));
  },
  run: async (context, { epoch }) => settleRoot(context, BigInt(epoch)),
});

/** Watches roots until they are active. */
export const watchJob = defineJob<JobContext, EpochPayload>({
  name: "rewards-watch",
  payload,
  concurrency: 1,
  everyMs: 2_000,
  unfinished: async ({ db }) => {
    const epochs = await listRefusable(db, watchedRoots);
    return epochs.map((number) => ({ epoch: number.toString() }));
  },
  run: async (context, { epoch }) => watchRoot(context, BigInt(epoch)),
});

/** Calculates every root that stands on chain again from the chain's logs alone. */
export const checkJob = defineJob<JobContext, EpochPayload>({
  name: "rewards-check",
  payload,
  // In the order of the epochs, each once: the replay goes on from one to the next.
  concurrency: 1,
  everyMs: 2_000,
  unfinished: async ({ db }) => {
    const epochs = await listUnchecked(db, 1);
    return epochs.map((number) => ({ epoch: number.toString() }));
  },
  run: async (context, { epoch }) => checkRoot(context, BigInt(epoch)),
});

export function rewardsContext({ db, deployment, sender, logger }: SendingContext): RewardsContext {
  return { db, deployment, chain: sender.chain, logger };
}
