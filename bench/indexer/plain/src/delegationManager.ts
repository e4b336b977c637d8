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
} from "../../../../indexer/transitions/delegations.ts";
import { lower, momentOf, originOf } from "../../../../indexer/transitions/moment.ts";
import { required } from "../../../../indexer/transitions/required.ts";
import { poolSlashed, poolSlashKey } from "../../../../indexer/transitions/slashes.ts";
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
  const key = delegationKey(event.args);
  const poolKey = { operator: key.operator, asset: key.asset };

  await moveStake(db, at, { ...event.args, cause: "deposited" });
  if (await db.find(pool, poolKey)) await db.update(pool, poolKey).set(poolTotals(event.args));
  else await db.insert(pool).values(poolOpened(event.args, at));
  const row = await db.find(delegation, key);
  if (row) await db.update(delegation, key).set(sharesAdded(row, event.args.shares));
  else await db.insert(delegation).values(delegationOpened(event.args, at));
});

// Delegation and pool must exist: only shares that were deposited can be queued. The withdrawal cannot exist.
on("DelegationManager:WithdrawalQueued", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const key = delegationKey(event.args);
  const poolKey = { operator: key.operator, asset: key.asset };

  const { shares } = event.args;
  const row = required(await db.find(delegation, key), "delegation", key);
  await db.update(delegation, key).set(sharesTaken(row, shares));
  const poolRow = required(await db.find(pool, poolKey), "pool", poolKey);
  await db.update(pool, poolKey).set(sharesQueued(poolRow, shares));
  await db.insert(withdrawal).values(withdrawalQueued(event.args, at));
});

// Withdrawal and pool must exist: a withdrawal is completed after it was queued, and once.
on("DelegationManager:WithdrawalCompleted", async ({ event, context: { db } }) => {
  const key = { id: lower(event.args.withdrawalId) };
  const row = required(await db.find(withdrawal, key), "withdrawal", key);
  const poolKey = { operator: row.operator, asset: row.asset };
  const poolRow = required(await db.find(pool, poolKey), "pool", poolKey);

  const at = momentOf(event);
  const { totalAssets } = event.args;
  await moveStake(db, at, { ...poolKey, totalAssets, cause: "withdrawn" });
  await db.update(withdrawal, key).set(withdrawalPaid(event.args, at));
  await db.update(pool, poolKey).set(sharesPaid(poolRow, row.shares, event.args));
});

// The record must exist: the slash of the magnitude made it, just before. The pool may be missing: an operator can give
// a network a part of a pool into which nobody ever deposited.
on("DelegationManager:PoolSlashed", async ({ event, context: { db } }) => {
  const rows = poolSlashed(event.args);
  const key = { operator: lower(event.args.operator), asset: lower(event.args.asset) };
  const { network } = await db.update(poolSlash, poolSlashKey(event.args)).set(rows.poolSlash);
  if (await db.find(pool, key)) {
    const { totalAssets } = event.args;
    await moveStake(db, momentOf(event), { ...key, totalAssets, cause: "slashed", network });
    await db.update(pool, key).set(rows.pool);
  }
});
