import { sql } from "kysely";
import { column } from "../plan/fields.ts";
import { list } from "../plan/list.ts";
import type { FieldPlan, ObjectPlan, Row } from "../plan/objectType.ts";
import { scalarText } from "../plan/scalarText.ts";
import type { Scope } from "../plan/scope.ts";
import type { Sql } from "../plan/text.ts";

const typicalLosses = 10;

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
      typical: typicalLosses,
    })(use);

/** A row for each delegator: the sum of its losses with active shares and of those with queued ones. */
export const byDelegator = (active: Sql, queued: Sql): Sql =>
  sql`(select line.delegator, sum(line.active) as active, sum(line.queued) as queued from (
      select held.delegator, held.loss as active, 0::numeric as queued from (${active}) as held
      union all select hit.delegator, 0::numeric, hit.loss from (${queued}) as hit
    ) as line group by line.delegator)`;

/** What the pool loses more than its delegators together. As many rows are read as for all losses. */
export const dustOf =
  (source: (scope: Scope, slashed: Row) => Sql, amount: (slashed: Row) => Sql): FieldPlan =>
  (use) => {
    use.compiler.spend(use, typicalLosses);
    const { type, row, scope } = use;
    return scalarText(
      type,
      sql`(${amount(row)} - (select coalesce(sum(loss.active + loss.queued), 0) from ${source(scope, row)} as loss))`,
    );
  };

export const delegatorLoss: ObjectPlan = {
  fields: { delegator: column("delegator"), active: column("active"), queued: column("queued") },
};
