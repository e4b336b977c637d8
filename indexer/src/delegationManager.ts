import { asset, delegation, pool, poolSlash, withdrawal } from "ponder:schema";
import {
  delegationAfterDeposit,
  delegationKey,
  poolAfterDeposit,
  sharesQueued,
  withdrawalCompleted,
  withdrawalQueued,
} from "../transitions/delegations.ts";
import { lower, momentOf, originOf } from "../transitions/moment.ts";
import { required } from "../transitions/required.ts";
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
  const key = delegationKey(event.args);
  const poolKey = { operator: key.operator, asset: key.asset };

  await moveStake(db, at, { ...event.args, cause: "deposited" });
  const poolRow = poolAfterDeposit(await db.find(pool, poolKey), event.args, at);
  await db.insert(pool).values(poolRow).onConflictDoUpdate(poolRow);
  const row = delegationAfterDeposit(await db.find(delegation, key), event.args, at);
  await db.insert(delegation).values(row).onConflictDoUpdate(row);
});

// Delegation and pool must exist: only shares that were deposited can be queued. The withdrawal cannot exist.
on("DelegationManager:WithdrawalQueued", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const key = delegationKey(event.args);
  const poolKey = { operator: key.operator, asset: key.asset };

  const rows = sharesQueued(
    required(await db.find(delegation, key), "delegation", key),
    required(await db.find(pool, poolKey), "pool", poolKey),
    event.args.shares,
  );
  await db.update(delegation, key).set(rows.delegation);
  await db.update(pool, poolKey).set(rows.pool);
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
  const rows = withdrawalCompleted(row, poolRow, event.args, at);
  await db.update(withdrawal, key).set(rows.withdrawal);
  await db.update(pool, poolKey).set(rows.pool);
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
