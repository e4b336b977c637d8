import { sql } from "kysely";
import { membershipRows } from "../networks/sources.ts";
import { columnFilters } from "../plan/columnFilters.ts";
import type { ListPlan } from "../plan/connection.ts";
import { someOf } from "../plan/filter.ts";
import type { Filters, ListUse } from "../plan/objectType.ts";
import { orders } from "../plan/order.ts";
import type { Sql } from "../plan/text.ts";
import { createdFilters } from "../plan/written.ts";

/** Operators that serve a network. */
const serves = ({ row, scope }: ListUse, network: Sql) => sql`exists (
  select from ${membershipRows(scope)} as membership
  where membership.operator = ${row("address")} and membership.network = ${network} and membership.opted_in)`;

export const operatorFilters: Filters = {
  ...columnFilters({
    address: ["address", "text"],
    payout: ["payout", "text"],
    metadataUri: ["metadata_uri", "text"],
    ...createdFilters,
  }),
  network: (given, list) => serves(list, given.param("text")),
  /** Some network that it serves. */
  network_: (given, list) => someOf("Network", given, list, (network) => [serves(list, network("address"))]),
};

/** Newest first unless ordered otherwise. */
export const operators: ListPlan = {
  type: "Operator",
  order: orders(
    "operators",
    [
      { column: "created_block", kind: "numeric" },
      { column: "address", kind: "hex" },
    ],
    "desc",
    { ADDRESS: { column: "address", kind: "hex" } },
  ),
};
