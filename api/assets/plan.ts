import { sql } from "kysely";
import { poolRows } from "../operators/sources.ts";
import { columnFilters } from "../plan/columnFilters.ts";
import { connection } from "../plan/connection.ts";
import { column, found, globalId, origin, value } from "../plan/fields.ts";
import type { FieldPlan, ObjectPlan } from "../plan/objectType.ts";
import { orders } from "../plan/order.ts";
import { constant } from "../plan/source.ts";
import { createdFilters } from "../plan/written.ts";

const asset: ObjectPlan = {
  source: constant("asset"),
  filters: columnFilters({
    address: ["address", "text"],
    symbol: ["symbol", "text"],
    decimals: ["decimals", "number"],
    ...createdFilters,
  }),
  keyed: ["id", "address"],
  fields: {
    id: globalId("Asset", "address"),
    address: column("address"),
    symbol: column("symbol"),
    decimals: column("decimals"),
    totalAssets: value(
      (row, scope) => sql`coalesce((select sum(pool.total_assets) from ${poolRows(scope)} as pool
        where pool.asset = ${row("address")}), 0)`,
    ),
    listed: origin,
  },
};

/** In the order of listing unless ordered otherwise. */
const assets = connection({
  type: "Asset",
  order: orders(
    "assets",
    [
      { column: "created_block", kind: "numeric" },
      { column: "address", kind: "hex" },
    ],
    "asc",
    { ADDRESS: { column: "address", kind: "hex" } },
  ),
});

export const assetPlans: {
  readonly objects: Readonly<Record<string, ObjectPlan>>;
  readonly query: Readonly<Record<string, FieldPlan>>;
} = {
  objects: { Asset: asset },
  query: {
    asset: (use) =>
      found(use, "Asset", (row) => [sql`${row("address")} = ${use.args.field("address").param("text")}`]),
    assets,
  },
};
