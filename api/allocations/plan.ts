import { sql } from "kysely";
import type { Plans } from "../plan/compile.ts";
import { one, value } from "../plan/fields.ts";
import { list } from "../plan/list.ts";
import type { Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";
import { createdColumns, versioned } from "../plan/source.ts";

/** A pool's magnitude while nothing was slashed. */
export const fullMagnitude = 10n ** 18n;

/** Whether its change has no effect yet; in the second of `effective_at` it has. */
const waits = (row: Row, { now }: Scope) => sql`${now} < ${row("effective_at")}`;
const magnitudeNow = (row: Row, scope: Scope) =>
  sql`case when ${waits(row, scope)} then ${row("magnitude")} else ${row("next_magnitude")} end`;
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
    Allocation: {
      source: versioned("allocation", ["operator", "network", "asset"], createdColumns),
      fields: {
        operator: one("Operator", { address: "operator" }),
        network: one("Network", { address: "network" }),
        asset: one("Asset", { address: "asset" }),
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
