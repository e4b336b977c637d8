import type { Database } from "../../lib/database/createDatabase.ts";
import type { Entry } from "../queue/defineJob.ts";
import { listOpenShards } from "./shardQueries.ts";
import { findStage, stages } from "./stageQueries.ts";

/** The stages after the shards, in order; each is the parent of the one before. */
export const laterStages = ["join", "conservation", "root", "bundle"] as const;
export type LaterStage = (typeof laterStages)[number];

/**
 * What is left to be done for an epoch, as a flow: the shards that are not done are the children of the join, and so on up to publishing.
 *
 * @param attempt Tells the flow from one that was added before and is lost. Adding a flow twice does no harm but work.
 */
export async function restOfEpoch(db: Database, epoch: bigint, attempt: string): Promise<Entry[]> {
  const stage = await findStage(db, epoch);
  if (stage < stages.snapshot || stage >= stages.complete) return [];
  const at = { epoch: epoch.toString() };
  const id = (name: string) => `rewards-flow-${epoch}-${name}-${attempt}`;
  const shards: Entry[] = (await listOpenShards(db, epoch)).map((shard) => ({
    job: "rewards-shard",
    id: id(`shard${shard}`),
    payload: { ...at, shard: shard.toString() },
  }));
  const left = laterStages.filter((name) => stages[name] > stage);
  const top = left.reduce<Entry[]>(
    (children, name) => [{ job: "rewards-stage", id: id(name), payload: { ...at, stage: name }, children }],
    shards,
  );
  return [{ job: "rewards-publish", id: id("publish"), payload: at, children: top }];
}
