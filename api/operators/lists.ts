import { sql } from "kysely";
import { membershipRows } from "../networks/sources.ts";
import type { ListPlan, ListUse } from "../plan/connection.ts";
import { conditionsOf, type Filters, keyIn } from "../plan/filter.ts";
import type { Given } from "../plan/Given.ts";

/** Operators that serve a network. */
const serves = (network: Given, { row, scope }: ListUse) => sql`exists (
  select from ${membershipRows(scope)} as membership
  where membership.operator = ${row("address")} and membership.network = ${network.param("text")}
    and membership.opted_in)`;

const filters: Filters = { address_in: keyIn("address", "address_in"), network: serves };

/** Newest first unless ordered otherwise. */
export const operators: ListPlan = {
  type: "Operator",
  order: (args) => ({
    name: "operators",
    columns: [
      { column: "created_block", kind: "numeric" },
      { column: "address", kind: "hex" },
    ],
    direction: args.field("orderBy").value === "REGISTERED_ASC" ? "asc" : "desc",
  }),
  where: (list) => conditionsOf(filters, list),
};
