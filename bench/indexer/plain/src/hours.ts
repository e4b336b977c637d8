import type { Context } from "ponder:registry";
import { activityHour, asset, pool, rewardHour, stakeHour } from "ponder:schema";
import type { Hex } from "viem";
import {
  type Activity,
  activityOf,
  added,
  everything,
  ofNetwork,
  ofOperator,
  type RewardMove,
  rewardsOf,
  type Subject,
  stakeOf,
} from "../../../../indexer/buckets/hours.ts";
import { lower, type Moment } from "../../../../indexer/transitions/moment.ts";
import { required } from "../../../../indexer/transitions/required.ts";

type Db = Context["db"];

/** Adds to the hour of each of `subjects`. */
export async function countActivity(
  db: Db,
  at: Moment,
  subjects: readonly Subject[],
  happened: Activity,
): Promise<void> {
  for (const subject of subjects) {
    await db
      .insert(activityHour)
      .values(activityOf(subject, happened, at))
      .onConflictDoUpdate((row) => added(row, happened, "weight"));
  }
}

/**
 * Moves an operator's stake of an asset to `totalAssets`, as a pool's event tells it, and the asset's with it: in their hours,
 * and of a slash in the network's hour too. Call it before the pool's row changes; a pool without a row holds nothing.
 */
export async function moveStake(
  db: Db,
  at: Moment,
  moved: {
    readonly operator: Hex;
    readonly asset: Hex;
    readonly totalAssets: bigint;
    readonly cause: "deposited" | "withdrawn" | "slashed";
    readonly network?: Hex;
  },
): Promise<void> {
  const { cause } = moved;
  const key = { operator: lower(moved.operator), asset: lower(moved.asset) };
  const before = (await db.find(pool, key))?.totalAssets ?? 0n;
  const amount = cause === "deposited" ? moved.totalAssets - before : before - moved.totalAssets;
  if (amount === 0n) return;
  const { staked } = required(await db.find(asset, { address: key.asset }), "asset", { address: key.asset });
  const total = cause === "deposited" ? staked + amount : staked - amount;
  await db.update(asset, { address: key.asset }).set({ staked: total });

  const hours = [
    stakeOf(ofOperator(key.operator), key.asset, { [cause]: amount, staked: moved.totalAssets }, at),
    stakeOf(everything, key.asset, { [cause]: amount, staked: total }, at),
  ];
  if (moved.network) hours.push(stakeOf(ofNetwork(moved.network), key.asset, { [cause]: amount }, at));
  for (const hour of hours) {
    await db
      .insert(stakeHour)
      .values(hour)
      .onConflictDoUpdate((row) => added(row, { [cause]: amount, staked: hour.staked }, "staked"));
  }
}

/** Adds to the hour of all rewards, and to the network's. */
export async function countRewards(
  db: Db,
  at: Moment,
  token: Hex,
  moved: RewardMove,
  network?: Hex,
): Promise<void> {
  for (const subject of network ? [everything, ofNetwork(network)] : [everything]) {
    await db
      .insert(rewardHour)
      .values(rewardsOf(subject, token, moved, at))
      .onConflictDoUpdate((row) => added(row, moved));
  }
}
