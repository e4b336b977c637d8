import { sql } from "kysely";
import { rowOf } from "../plan/fields.ts";
import type { Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";
import { and, type Sql } from "../plan/text.ts";
import { taskRows } from "../tasks/sources.ts";

/** Which of a network's answered tasks count: the newest `limit` of those for which the conditions hold. */
export type Window = { readonly limit: number; readonly where: (task: Row) => readonly Sql[] };

/** Newest first, in the order in which they were created: a streak is of neighbours in it. */
const newestFirst = (task: Row) => sql`${task("created_block")} desc, ${task("created_log_index")} desc`;

const answered = (scope: Scope, network: Sql, { limit, where }: Window) => {
  const task = rowOf("answered");
  const conditions = [
    sql`${task("network")} = ${network}`,
    sql`${task("responded_block")} is not null`,
    ...where(task),
  ];
  return sql`(select ${task("id")}, ${task("created_block")}, ${task("created_log_index")}, ${task("responded_at")}
    from ${taskRows(scope)} as answered where ${and(conditions)} order by ${newestFirst(task)} limit ${sql.lit(limit)})`;
};

/**
 * Who was assigned an answered task, and whether they signed. Where everyone is asked for, `offset 0` keeps it a look into the
 * index for each task: the planner would rather read the whole table, which grows for ever, for a window that does not.
 */
const partsOf = (task: Row, operator: Sql | undefined) => sql`lateral (
  select part.network, part.operator, missed.operator is null as signed
  from indexer.assignment as part
  left join indexer.non_signer as missed on missed.task_id = part.task_id and missed.operator = part.operator
  where part.task_id = ${task("id")} ${operator === undefined ? sql`offset 0` : sql`and part.operator = ${operator}`})`;

/**
 * What became of the tasks in a window, a row for each operator of a network that was assigned any. A run is tasks next to one another,
 * among the operator's own, that it signed all, or none of.
 *
 * @param networks yields `address`; @param operator all unless given.
 */
export function recordRows(scope: Scope, networks: Sql, operator: Sql | undefined, window: Window): Sql {
  const [network, task] = [rowOf("network"), rowOf("task")];
  const place = (parts: Sql) => sql`row_number() over (partition by ${parts} order by ${newestFirst(task)})`;
  const own = sql`part.network, part.operator`;
  const longest = (signed: Sql) => sql`coalesce(max(run.length) filter (where ${signed}), 0)`;
  return sql`(select record.*, record.assigned - record.signed as missed,
      div(record.signed * 10000, record.assigned) as signed_bps
    from (select run.network, run.operator, sum(run.length) as assigned,
        coalesce(sum(run.length) filter (where run.signed), 0) as signed,
        ${longest(sql`not run.signed and run.newest = 1`)} as current_misses,
        ${longest(sql`run.signed and run.newest = 1`)} as current_signatures,
        ${longest(sql`not run.signed`)} as longest_misses, ${longest(sql`run.signed`)} as longest_signatures,
        max(run.last_at) filter (where not run.signed) as last_missed_at,
        max(run.last_at) filter (where run.signed) as last_signed_at
      from (select line.network, line.operator, line.signed, count(*) as length, min(line.place) as newest,
          max(line.responded_at) as last_at
        from (select part.network, part.operator, part.signed, task.responded_at,
            ${place(own)} as place, ${place(own)} - ${place(sql`${own}, part.signed`)} as run
          from ${networks} as network cross join lateral ${answered(scope, network("address"), window)} as task
          cross join ${partsOf(task, operator)} as part) as line
        group by line.network, line.operator, line.signed, line.run) as run
      group by run.network, run.operator) as record)`;
}

/** By bucket of `seconds`, by when they were answered: how many tasks an operator was assigned, and how many it signed. */
export function bucketRows(
  scope: Scope,
  member: Row,
  { first, last, seconds }: { readonly first: Sql; readonly last: Sql; readonly seconds: number },
): Sql {
  const length = sql`${sql.lit(seconds)}::numeric`;
  return sql`(select series.start, coalesce(counted.assigned, 0) as assigned, coalesce(counted.signed, 0) as signed,
      coalesce(counted.assigned - counted.signed, 0) as missed
    from generate_series(${first}, ${last}, ${length}) as series(start)
    left join (select div(task.responded_at, ${length}) * ${length} as start, count(*) as assigned,
        count(*) filter (where part.signed) as signed
      from ${taskRows(scope)} as task
      join indexer.participation as part on part.task_id = task.id and part.operator = ${member("operator")}
      where task.network = ${member("network")} and task.responded_at >= ${first}
        and task.responded_at < ${last} + ${length}
      group by 1) as counted on counted.start = series.start)`;
}
