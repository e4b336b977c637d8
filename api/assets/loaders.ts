import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { rowLoader } from "../loading/rowLoader.ts";
import { selectAssets, selectAssetTotals } from "./queries.ts";

export function createAssetLoaders(db: Database) {
  return {
    byAddress: rowLoader(
      (keys: readonly Address[]) => selectAssets(db, keys),
      (row) => row.address,
    ),
    totals: rowLoader(
      (keys: readonly Address[]) => selectAssetTotals(db, keys),
      (row) => row.asset,
    ),
  };
}
