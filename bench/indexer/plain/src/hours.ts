import type { Context } from "ponder:registry";
import { asset, pool, stakeHour } from "ponder:schema";
import type { Hex } from "viem";
import { added, everything, ofNetwork, ofOperator, stakeOf } from "../../../../indexer/buckets/hours.ts";
import { lower, type Moment } from "../../../../indexer/transitions/moment.ts";
import { required } from "../../../../indexer/transitions/required.ts";

type Db = Context["db"];

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
