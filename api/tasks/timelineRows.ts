import { sql } from "kysely";
import type { Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";
import type { Sql } from "../plan/text.ts";
import { challengeRows, slashRows } from "../slashing/sources.ts";

/**
 * What happened to a task: by block, and in one block by `step`, as the contracts emit it.
 *
 * @param task its row.
 */
export function timelineRows(scope: Scope, task: Row): Sql {
  const id = task("id");
  return sql`(
    select 'CREATED' as kind, 1 as step, 0 as log_index, '' as id,
      ${task("created_block")} as block, ${task("created_at")} as timestamp, ${task("created_tx")} as hash
    union all
    select 'RESPONDED', 2, 0, '', ${task("responded_block")}, ${task("responded_at")}, ${task("responded_tx")}
    where ${task("responded_block")} is not null
    union all
    select 'CHALLENGED', 3, 0, challenge.id, challenge.created_block, challenge.created_at, challenge.created_tx
    from ${challengeRows(scope)} as challenge
    where challenge.task_id = ${id} and ${task("responded_block")} is not null
    union all
    select case ${task("status")} when 'EXPIRED' then 'EXPIRED' when 'REJECTED' then 'REJECTED' else 'FINALISED' end,
      4, 0, '', ${task("closed_block")}, ${task("closed_at")}, ${task("closed_tx")}
    where ${task("closed_block")} is not null
    union all
    select 'SLASHED', 5, slash.created_log_index, '', slash.created_block, slash.created_at, slash.created_tx
    from ${slashRows(scope)} as slash where slash.task_id = ${id})`;
}
