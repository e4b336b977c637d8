import { sql } from "kysely";
import { secondsOf } from "../buckets/bounds.ts";
import { column, one, rowOf } from "../plan/fields.ts";
import { conditionsOf } from "../plan/filter.ts";
import { list } from "../plan/list.ts";
import type { FieldPlan, ObjectPlan, Row, Use } from "../plan/objectType.ts";
import { and, type Sql } from "../plan/text.ts";
import { slashFilters } from "./lists.ts";
import { poolSlashRows, slashRows } from "./sources.ts";

/** What may have a row of its own, and its column. */
const groupings = { NETWORK: "network", OPERATOR: "operator", OFFENCE: "offence" } as const;
type Grouping = keyof typeof groupings;
const typicalTotals = 100;

const summed = ["active_slashed", "queued_slashed", "reporter_amount", "sink_amount"] as const;
const total = (amount: Sql): Sql => sql`coalesce(sum(${amount}), 0)`;

/** Sums of what slashes took, by asset and by what is asked for; only rows of which there was a slash. */
function totalRows(use: Use): Sql {
  const { args, scope } = use;
  const by = new Set((args.field("by").value as readonly Grouping[] | null | undefined) ?? []);
  const interval = args.field("interval").value as keyof typeof secondsOf | null | undefined;
  const [slash, line]: [Row, Row] = [rowOf("slash"), rowOf("line")];
  const seconds = interval && sql`${sql.lit(secondsOf[interval])}::numeric`;
  const start = seconds ? sql`div(${slash("created_at")}, ${seconds}) * ${seconds}` : sql`null::numeric`;
  const keys = Object.entries(groupings).map(
    ([name, column]) =>
      sql`${by.has(name as Grouping) ? slash(column) : sql`null::text`} as ${sql.ref(column)}`,
  );
  const asset = args.field("asset");
  const listUse = { row: slash, scope, where: args.field("where"), parent: use.row, use };
  const conditions = [
    // The pool's event follows in the same transaction as the magnitude's.
    sql`${line("fraction")} is not null`,
    ...conditionsOf(slashFilters, listUse),
    ...(asset.isNull ? [] : [sql`${line("asset")} = ${asset.param("text")}`]),
  ];
  const unpaid = sql`case when ${line("distributed_at")} is null
    then ${line("active_slashed")} + ${line("queued_slashed")} end`;
  return sql`(select ${start} as start, ${line("asset")} as asset, ${sql.join(keys)}, count(*) as slashes,
      ${sql.join(summed.map((name) => sql`${total(line(name))} as ${sql.ref(name)}`))}, ${total(unpaid)} as undistributed
    from ${slashRows(scope)} as slash join ${poolSlashRows(scope)} as line on line.slash_id = slash.id
    where ${and(conditions)} group by 1, 2, 3, 4, 5)`;
}

/** Oldest first, then by asset and by what the rows are of. */
export const slashTotals: FieldPlan = (use) =>
  list("SlashTotal", {
    source: () => totalRows(use),
    order: (row) => ["start", "asset", "network", "operator", "offence"].map((name) => row(name)),
    typical: typicalTotals,
  })(use);

export const slashTotal: ObjectPlan = {
  fields: {
    start: column("start"),
    asset: one("Asset", { address: "asset" }),
    network: one("Network", { address: "network" }),
    operator: one("Operator", { address: "operator" }),
    offence: column("offence"),
    slashes: column("slashes"),
    activeSlashed: column("active_slashed"),
    queuedSlashed: column("queued_slashed"),
    reporterAmount: column("reporter_amount"),
    sinkAmount: column("sink_amount"),
    undistributed: column("undistributed"),
  },
};
