import { asset, delegation, pool, poolSlash, withdrawal } from "ponder:schema";
import {
  delegationKey,
  delegationOpened,
  poolOpened,
  poolTotals,
  sharesAdded,
  sharesPaid,
  sharesQueued,
  sharesTaken,
  withdrawalPaid,
  withdrawalQueued,
} from "../transitions/delegations.ts";
import { lower, momentOf, originOf } from "../transitions/moment.ts";
import { poolSlashed, poolSlashKey } from "../transitions/slashes.ts";
import { moveStake } from "./hours.ts";
import { on } from "./on.ts";

// The row cannot exist: the contract lists an asset once.
on("DelegationManager:AssetListed", async ({ event, context: { db } }) => {
  const { symbol, decimals } = event.args;
  const address = lower(event.args.asset);
  await db.insert(asset).values({ address, symbol, decimals, staked: 0n, ...originOf(momentOf(event)) });
});

// Pool and delegation may be missing: the first deposit makes them.
on("DelegationManager:Delegated", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const { shares, totalAssets } = event.args;
  const opened = poolOpened(event.args, at);
  let before = 0n;
  await db
    .insert(pool)
    .values(opened)
    .onConflictDoUpdate((row) => {
      before = row.totalAssets;
      return poolTotals(event.args);
    });
  await db
    .insert(delegation)
    .values(delegationOpened(event.args, at))
    .onConflictDoUpdate((row) => sharesAdded(row, shares));
  await moveStake(db, at, { ...opened, before, totalAssets, cause: "deposited" });
});

// Delegation and pool must exist: only shares that were deposited can be queued. The withdrawal cannot exist.
on("DelegationManager:WithdrawalQueued", async ({ event, context: { db } }) => {
  const key = delegationKey(event.args);
  const { operator, asset } = key;
  const { shares } = event.args;
  await db.update(delegation, key).set((row) => sharesTaken(row, shares));
  await db.update(pool, { operator, asset }).set((row) => sharesQueued(row, shares));
  await db.insert(withdrawal).values(withdrawalQueued(event.args, momentOf(event)));
});

// Withdrawal and pool must exist: a withdrawal is completed after it was queued, and once.
on("DelegationManager:WithdrawalCompleted", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const { totalAssets } = event.args;
  const id = lower(event.args.withdrawalId);
  const { operator, asset, shares } = await db.update(withdrawal, { id }).set(withdrawalPaid(event.args, at));
  let before = 0n;
  await db.update(pool, { operator, asset }).set((row) => {
    before = row.totalAssets;
    return sharesPaid(row, shares, event.args);
  });
  await moveStake(db, at, { operator, asset, before, totalAssets, cause: "withdrawn" });
});

// The record must exist: the slash of the magnitude made it, just before. The pool may be missing: an operator can give
// a network a part of a pool into which nobody ever deposited.
on("DelegationManager:PoolSlashed", async ({ event, context: { db } }) => {
  const rows = poolSlashed(event.args);
  const key = { operator: lower(event.args.operator), asset: lower(event.args.asset) };
  const { network } = await db.update(poolSlash, poolSlashKey(event.args)).set(rows.poolSlash);
  const before = (await db.find(pool, key))?.totalAssets;
  if (before === undefined) return;
  const { totalAssets } = event.args;
  await db.update(pool, key).set(rows.pool);
  await moveStake(db, momentOf(event), { ...key, before, totalAssets, cause: "slashed", network });
});
