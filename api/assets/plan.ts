import { sql } from "kysely";
import { poolRows } from "../operators/sources.ts";
import { connection } from "../plan/connection.ts";
import { column, found, globalId, origin, value } from "../plan/fields.ts";
import type { FieldPlan, ObjectPlan } from "../plan/objectType.ts";
import { constant } from "../plan/source.ts";

const asset: ObjectPlan = {
  source: constant("asset"),
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

/** In the order of listing. */
const assets = connection({
  type: "Asset",
  order: () => ({
    name: "assets",
    columns: [
      { column: "created_block", kind: "numeric" },
      { column: "address", kind: "hex" },
    ],
    direction: "asc",
  }),
  where: () => [],
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
