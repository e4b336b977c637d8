import { sql } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../../lib/database/createDatabase.ts";
import type { LogItem } from "../LogItem.ts";
import type { LogSource } from "../LogTopic.ts";
import { rowLog } from "./rowLog.ts";

/** Which event is which step of a task. */
const steps = {
  TaskCreated: "CREATED",
  TaskResponded: "RESPONDED",
  ChallengeRaised: "CHALLENGED",
  ChallengeResolved: "CHALLENGE_DECIDED",
  TaskFinalized: "FINALISED",
  TaskExpired: "EXPIRED",
} as const;

type Row = {
  block: bigint;
  log_index: number;
  timestamp: bigint;
  tx: Hex;
  name: keyof typeof steps;
  task_id: Hex;
  network: Address | null;
  operators: Address[] | null;
};

/** Every step of every task, as the log of events has them; each with the operators that were assigned the task. */
export const taskLog = (db: Database): LogSource =>
  rowLog("tasks", async ({ above, upTo, limit, order }) => {
    const direction = sql.raw(order);
    const { rows } = await sql<Row>`
      select step.*, task.network,
        (select array_agg(part.operator) from indexer.participation as part where part.task_id = step.task_id) as operators
      from (
        select block, log_index, timestamp, tx, name, args::jsonb->>'taskId' as task_id
        from indexer.event
        where contract in ('TaskManager', 'ChallengeManager') and name = any(${Object.keys(steps)})
          and block > ${above} ${upTo === undefined ? sql`` : sql`and block <= ${upTo}`}
        order by block ${direction}, log_index ${direction}
        limit ${sql.lit(limit)}
      ) as step
      left join indexer.task as task on task.id = step.task_id
      where step.task_id is not null
      order by step.block, step.log_index`.execute(db);
    return rows.map(itemOf);
  });

function itemOf(row: Row): LogItem {
  const { block, log_index, timestamp, tx, name, task_id, network, operators } = row;
  return {
    ...{ block, logIndex: log_index, timestamp, subject: task_id, what: steps[name] },
    identity: `${tx} ${timestamp} ${name} ${task_id}`,
    ...(network === null ? {} : { network }),
    operators: operators ?? [],
  };
}
