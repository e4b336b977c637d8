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

/** Adds to the hour of each of `subjects`, all at once: each is named once. */
export async function countActivity(
  db: Db,
  at: Moment,
  subjects: readonly Subject[],
  happened: Activity,
): Promise<void> {
  await db
    .insert(activityHour)
    .values(subjects.map((subject) => activityOf(subject, happened, at)))
    .onConflictDoUpdate((row) => added(row, happened, "weight"));
}

type Participated = { readonly operator: Hex; readonly signed: boolean };

/** Adds a task that was answered to the hours of its operators, all at once: each operator is named once. */
export async function countParticipation(db: Db, at: Moment, parts: readonly Participated[]): Promise<void> {
  if (parts.length === 0) return;
  const signatures = new Map(parts.map(({ operator, signed }) => [operator, signed ? 1n : 0n]));
  // Made once for all: there are many operators to a task, and every answer counts for each.
  const hour = activityOf(everything, { assigned: 1n }, at);
  await db
    .insert(activityHour)
    .values([...signatures].map(([operator, signed]) => ({ ...hour, ...ofOperator(operator), signed })))
    .onConflictDoUpdate((row) => ({
      assigned: row.assigned + 1n,
      signed: row.signed + (signatures.get(row.subject) ?? 0n),
    }));
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
  await db
    .insert(stakeHour)
    .values(hours)
    .onConflictDoUpdate((row) => {
      const staked = hours.find(({ scope }) => scope === row.scope)?.staked ?? null;
      return added(row, { [cause]: amount, staked }, "staked");
    });
}

/** Adds to the hour of all rewards, and to the network's. */
export async function countRewards(
  db: Db,
  at: Moment,
  token: Hex,
  moved: RewardMove,
  network?: Hex,
): Promise<void> {
  const subjects = network ? [everything, ofNetwork(network)] : [everything];
  await db
    .insert(rewardHour)
    .values(subjects.map((subject) => rewardsOf(subject, token, moved, at)))
    .onConflictDoUpdate((row) => added(row, moved));
}
