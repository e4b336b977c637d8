import { sql } from "kysely";
import type { ListPlan } from "../plan/connection.ts";
import { conditionsOf, enumIn, equals, type Filters } from "../plan/filter.ts";
import { list } from "../plan/list.ts";

const filters: Filters = { status_in: enumIn("status"), owner: equals("owner") };

/** Newest first. */
export const networks: ListPlan = {
  type: "Network",
  order: () => ({
    name: "networks",
    columns: [
      { column: "created_block", kind: "numeric" },
      { column: "address", kind: "hex" },
    ],
    direction: "desc",
  }),
  where: (list) => conditionsOf(filters, list),
};

/** In the order of opting in first. */
export const membershipsOfOperator = list("Membership", {
  by: { operator: "address" },
  order: (row) => [row("created_block"), row("network")],
  typical: 4,
});

/** Heaviest first. */
export const membershipsOfNetwork = list("Membership", {
  by: { network: "address" },
  order: (row) => [sql`${row("weight")} desc`, row("operator")],
  typical: 10,
});
