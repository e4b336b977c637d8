import type { Context } from "ponder:registry";
import { activityHour, asset, rewardHour, stakeHour } from "ponder:schema";
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
} from "../buckets/hours.ts";
import type { Moment } from "../transitions/moment.ts";

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

type Participated = { readonly operator: Hex; readonly signed: boolean | null };

/** Adds a task that was answered to the hours of its operators, all at once: each operator is named once. */
export async function countParticipation(db: Db, at: Moment, parts: readonly Participated[]): Promise<void> {
  if (parts.length === 0) return;
  const happened = new Map(
    parts.map(({ operator, signed }) => [operator, { assigned: 1n, signed: signed ? 1n : 0n }]),
  );
  await db
    .insert(activityHour)
    .values([...happened].map(([operator, part]) => activityOf(ofOperator(operator), part, at)))
    .onConflictDoUpdate((row) => added(row, happened.get(row.subject) ?? {}));
}

/**
 * Moves an operator's stake of an asset from `before` to `totalAssets`, as a pool's event tells it, and the asset's with it: in
 * their hours, and of a slash in the network's hour too. Addresses are lowercase.
 */
export async function moveStake(
  db: Db,
  at: Moment,
  moved: {
    readonly operator: Hex;
    readonly asset: Hex;
    readonly before: bigint;
    readonly totalAssets: bigint;
    readonly cause: "deposited" | "withdrawn" | "slashed";
    readonly network?: Hex;
  },
): Promise<void> {
  const { operator, asset: address, before, totalAssets, cause } = moved;
  const change = totalAssets - before;
  if (change === 0n) return;
  const amount = cause === "deposited" ? change : -change;
  // The asset must exist: it was listed before anybody could deposit it.
  const { staked: total } = await db
    .update(asset, { address })
    .set((row) => ({ staked: row.staked + change }));

  const hours = [
    stakeOf(ofOperator(operator), address, { [cause]: amount, staked: totalAssets }, at),
    stakeOf(everything, address, { [cause]: amount, staked: total }, at),
  ];
  if (moved.network) hours.push(stakeOf(ofNetwork(moved.network), address, { [cause]: amount }, at));
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
