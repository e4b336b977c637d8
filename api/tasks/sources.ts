import { sql } from "kysely";
import { happened, type Scope } from "../plan/scope.ts";
import { createdColumns, stepped } from "../plan/source.ts";
import type { Sql } from "../plan/text.ts";

const kept = [
  ...["id", "network", "creator", "payload", "reference_block", "deadline", "quorum_bps", "fee_token", "fee"],
  ...["created_log_index", "total_weight", ...createdColumns],
];
const responded = {
  block: "responded_block",
  timestamp: "responded_at",
  columns: [
    ...["response", "response_hash", "signed_weight", "aggregator", "challenge_deadline"],
    ...["responded_block", "responded_at", "responded_tx"],
  ],
};
const closed = {
  block: "closed_block",
  timestamp: "closed_at",
  columns: ["closed_block", "closed_at", "closed_tx"],
};

/** Where a task stood: once it is closed its status is the last one; before, its steps and its challenges tell. */
function statusAt(scope: Scope): Sql {
  const source = (column: string) => sql.ref(`source.${column}`);
  const challenge = (column: string) => sql.ref(`challenge.${column}`);
  return sql`case
    when ${happened(scope, source("closed_block"), source("closed_at"))} then source.status
    when exists (select from indexer.challenge as challenge where challenge.task_id = source.id
      and ${happened(scope, challenge("created_block"), challenge("created_at"))}
      and ${happened(scope, challenge("resolved_block"), challenge("resolved_at"))} is not true) then 'CHALLENGED'
    when ${happened(scope, source("responded_block"), source("responded_at"))} then 'RESPONDED'
    else 'OPEN' end`;
}

export const taskRows = stepped("task", kept, [responded, closed], {
  made: (scope) => ({ status: statusAt(scope) }),
});

/** Who was assigned, and, once there was a response, who signed it. */
export function participationRows(scope: Scope): Sql {
  if (scope.at === undefined) return sql`indexer.participation`;
  return sql`(select part.task_id, part.operator, part.network, part.weight,
      case when task.responded_block is not null then part.signed end as signed
    from indexer.participation as part join ${taskRows(scope)} as task on task.id = part.task_id)`;
}
