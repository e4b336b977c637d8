import { z } from "zod";
import { readProgress } from "../../lib/database/checkpoint.ts";
import { epochEnd } from "../../lib/protocol/epochs.ts";
import type { JobContext, SendingContext } from "../context.ts";
import { defineJob } from "../queue/defineJob.ts";
import { crashPoint } from "../transactions/crashPoint.ts";
import { listUnverified, nextEpoch } from "./epochQueries.ts";
import { prepareEpoch } from "./prepareEpoch.ts";
import { settleRoot } from "./settleRoot.ts";
import { persistEpoch } from "./stages/09-persist.ts";

type EpochPayload = { readonly epoch: string };
const payload = z.object({ epoch: z.string().regex(/^\d+$/) });

/** Roots in flight at once; they are submitted in the order of their epochs. */
const publishWindow = 10;

/** Calculates the next epoch as soon as its end is final. */
export const calculateJob = defineJob<JobContext, EpochPayload>({
  name: "rewards-calculate",
  payload,
  concurrency: 1,
  everyMs: 1_000,
  unfinished: async ({ db, deployment }) => {
    const epoch = await nextEpoch(db);
    const { finalized } = await readProgress(db);
    return finalized.timestamp >= epochEnd(deployment.epoch, epoch) ? [{ epoch: epoch.toString() }] : [];
  },
  run: async (context, { epoch }) => calculateAndPersist(context, BigInt(epoch)),
});

export async function calculateAndPersist(context: SendingContext, epoch: bigint): Promise<void> {
  const { db, sender, deployment, logger } = context;
  // A wake-up that came late or twice: done already, or not this epoch's turn.
  if (epoch !== (await nextEpoch(db))) return;
  const { facts, result } = await prepareEpoch(db, sender.chain, deployment, epoch);
  crashPoint("rewards.calculated");
  const isWritten = await persistEpoch(db, facts, result);
  crashPoint("rewards.persisted");
  if (isWritten) logger.info({ epoch, root: facts.root, leaves: facts.leaf_count }, "epoch calculated");
}

/** Brings the roots of calculated epochs on chain and checks them. */
export const publishJob = defineJob<JobContext, EpochPayload>({
  name: "rewards-publish",
  payload,
  concurrency: 1,
  everyMs: 2_000,
  unfinished: async ({ db }) => {
    const epochs = await listUnverified(db, publishWindow);
    return epochs.map((epoch) => ({ epoch: epoch.toString() }));
  },
  run: async (context, { epoch }) => settleRoot(context, BigInt(epoch)),
});
