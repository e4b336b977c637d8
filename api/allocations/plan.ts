import { sql } from "kysely";
import type { Plans } from "../plan/compile.ts";
import { one, value } from "../plan/fields.ts";
import { history, versionType } from "../plan/history.ts";
import { list } from "../plan/list.ts";
import type { Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";
import { magnitudeNow, waits } from "./magnitude.ts";
import { allocationRows } from "./sources.ts";

/** Something counts, or will. */
const lives = (row: Row, scope: Scope) => [
  sql`greatest(${magnitudeNow(row, scope)}, ${row("next_magnitude")}) > 0`,
];

/** In the order of the first allocation. */
export const allocationsOfOperator = list("Allocation", {
  by: { operator: "address" },
  where: lives,
  order: (row) => [row("created_block"), row("network"), row("asset")],
  typical: 4,
});

/** The largest first. */
export const allocationsOfNetwork = list("Allocation", {
  by: { network: "address" },
  where: lives,
  order: (row, scope) => [sql`${magnitudeNow(row, scope)} desc`, row("operator"), row("asset")],
  typical: 10,
});

export const allocationPlans: Plans = {
  objects: {
    AllocationVersion: versionType("allocation", ["operator", "network", "asset"], {
      magnitude: "magnitude",
      nextMagnitude: "next_magnitude",
      effectiveAt: "effective_at",
    }),
    Allocation: {
      source: allocationRows,
      fields: {
        operator: one("Operator", { address: "operator" }),
        network: one("Network", { address: "network" }),
        asset: one("Asset", { address: "asset" }),
        history: history("AllocationVersion", ["operator", "network", "asset"]),
        magnitude: value(magnitudeNow),
        nextMagnitude: value(
          (row, scope) => sql`case when ${waits(row, scope)} then ${row("next_magnitude")} end`,
        ),
        effectiveAt: value(
          (row, scope) => sql`case when ${waits(row, scope)} then ${row("effective_at")} end`,
        ),
      },
    },
  },
  query: {},
};
