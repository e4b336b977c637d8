import { sql } from "kysely";
import { column } from "../plan/fields.ts";
import { list } from "../plan/list.ts";
import type { FieldPlan, ObjectPlan, Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";
import type { Sql } from "../plan/text.ts";

/** What delegators lose by a slash of a pool, most first; of one when `delegator` is given. */
export const lossesOf =
  (source: (scope: Scope, slashed: Row) => Sql): FieldPlan =>
  (use) =>
    list("DelegatorLoss", {
      source,
      where: (row) => {
        const delegator = use.args.field("delegator");
        return delegator.isNull ? [] : [sql`${row("delegator")} = ${delegator.param("text")}`];
      },
      order: (row) => [sql`${row("active")} + ${row("queued")} desc`, row("delegator")],
      typical: 10,
    })(use);

export const delegatorLoss: ObjectPlan = {
  fields: { delegator: column("delegator"), active: column("active"), queued: column("queued") },
};
