import { type Check, eventsOf, lower } from "./comparison.ts";

/** Pools, shares, withdrawals. */
export const checkDelegations: Check = async (db, protocol, blockNumber) => {
  const { client, delegationManager } = protocol;
  const pools = await db.selectFrom("indexer.pool").selectAll().execute();
  const delegations = await db.selectFrom("indexer.delegation").selectAll().execute();
  const withdrawals = await db.selectFrom("indexer.withdrawal").selectAll().execute();
  const deposits = await eventsOf(protocol, delegationManager, "Delegated");
  const queued = await eventsOf(protocol, delegationManager, "WithdrawalQueued");
  const completed = await eventsOf(protocol, delegationManager, "WithdrawalCompleted");
  const last = ({ args }: (typeof deposits)[number]) =>
    `${lower(args.delegator)}:${lower(args.operator)}:${lower(args.asset)}`;

  const pooled = new Set(deposits.map(({ args }) => `${lower(args.operator)}:${lower(args.asset)}`));

  return [
    { what: "number of pools", rows: pools.length, chain: pooled.size },
    {
      what: "pools",
      rows: pools.map((row) => ({
        totalAssets: row.total_assets,
        totalShares: row.total_shares,
        queuedShares: row.queued_shares,
      })),
      chain: await Promise.all(
        pools.map((row) =>
          client.readContract({
            ...delegationManager,
            functionName: "poolOf",
            args: [row.operator, row.asset],
            blockNumber,
          }),
        ),
      ),
    },
    { what: "number of delegations", rows: delegations.length, chain: new Set(deposits.map(last)).size },
    {
      what: "shares",
      rows: delegations.map((row) => row.shares),
      chain: await Promise.all(
        delegations.map((row) =>
          client.readContract({
            ...delegationManager,
            functionName: "sharesOf",
            args: [row.delegator, row.operator, row.asset],
            blockNumber,
          }),
        ),
      ),
    },
    { what: "number of withdrawals", rows: withdrawals.length, chain: queued.length },
    {
      what: "withdrawals",
      rows: withdrawals.map((row) => [
        row.delegator,
        row.operator,
        row.asset,
        row.shares,
        row.unlock_at,
        row.completed_at !== null,
        row.assets_paid,
        row.assets_lost_to_slashing,
      ]),
      chain: await Promise.all(
        withdrawals.map(async ({ id }) => {
          const args = [id] as const;
          const one = await client.readContract({
            ...delegationManager,
            functionName: "withdrawalOf",
            args,
            blockNumber,
          });
          const payment = completed.find((event) => event.args.withdrawalId === id)?.args;
          const paid = [payment?.assetsPaid ?? null, payment?.assetsLostToSlashing ?? null];
          const { delegator, operator, asset, shares, unlockAt } = one;
          return [lower(delegator), lower(operator), lower(asset), shares, unlockAt, one.completed, ...paid];
        }),
      ),
    },
  ];
};
