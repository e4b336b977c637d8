import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { AssetRow } from "../../lib/database/indexerTables.ts";
import { anyOf } from "../loading/anyOf.ts";
import type { ListQuery } from "../pagination/keyset.ts";

/** All listed assets, in the order of listing. */
export function assetList(db: Database): ListQuery<AssetRow> {
  return {
    keyset: {
      name: "assets",
      columns: [
        { column: "created_block", kind: "numeric" },
        { column: "address", kind: "hex" },
      ],
      direction: "asc",
    },
    signature: "assets",
    rows: () => db.selectFrom("indexer.asset").selectAll(),
  };
}

export async function selectAssets(db: Database, addresses: readonly Address[]): Promise<AssetRow[]> {
  return db.selectFrom("indexer.asset").selectAll().where("address", "=", anyOf(addresses)).execute();
}

/** Assets in all pools, per asset that has a pool. */
export async function selectAssetTotals(
  db: Database,
  addresses: readonly Address[],
): Promise<{ asset: Address; total: bigint }[]> {
  return db
    .selectFrom("indexer.pool")
    .select((eb) => ["asset", eb.fn.sum<bigint>("total_assets").as("total")])
    .where("asset", "=", anyOf(addresses))
    .groupBy("asset")
    .execute();
}
