import type { PoolRow } from "../../lib/database/indexerTables.ts";

/** What shares of a pool are worth in assets, as `SharesMath.toAssetsDown` has it: one virtual share stands against one virtual asset. */
export function sharesToAssetsDown(
  shares: bigint,
  pool: Pick<PoolRow, "total_assets" | "total_shares">,
): bigint {
  return (shares * (pool.total_assets + 1n)) / (pool.total_shares + 1n);
}
