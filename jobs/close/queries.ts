import { sql } from "kysely";
import type { Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { PauseGroup } from "../../lib/database/indexerTables.ts";
import { whileOpen } from "../whileOpen.ts";

const batchSize = 200;

/**
 * Answered tasks whose challenge window lies before the newest block, and no intent is under way. A challenged one is
 * `CHALLENGED` until its challenge fails or is dismissed, then `RESPONDED` with the window that it had.
 */
export async function listFinalizable(db: Database): Promise<Hex[]> {
  return listDue(db, {
    ...{ status: "RESPONDED", deadline: "challenge_deadline", purpose: "finalize" },
    needs: ["TASKS", "SLASHING"],
  });
}

/** Open tasks whose deadline lies before the newest block, and no intent is under way. */
export async function listExpirable(db: Database): Promise<Hex[]> {
  return listDue(db, { status: "OPEN", deadline: "deadline", purpose: "expire", needs: [] });
}

/** Block time decides, never the wall clock: a chain that halts closes nothing. */
async function listDue(
  db: Database,
  due: {
    readonly status: "RESPONDED" | "OPEN";
    readonly deadline: "challenge_deadline" | "deadline";
    readonly purpose: string;
    /** What must not be paused. */
    readonly needs: readonly PauseGroup[];
  },
): Promise<Hex[]> {
  const rows = await db
    .selectFrom("indexer.task as task")
    .select("task.id as id")
    .where("task.status", "=", due.status)
    .where(whileOpen(...due.needs))
    .where(
      sql<boolean>`${sql.ref(`task.${due.deadline}`)} < (
        select substr(latest_checkpoint, 1, 10)::numeric from indexer._ponder_checkpoint limit 1
      )`,
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("nektar.transaction as sent")
            .select("sent.purpose")
            .where("sent.purpose", "=", sql<string>`${`${due.purpose}:`} || task.id`)
            .where("sent.state", "<>", "failed"),
        ),
      ),
    )
    .orderBy(`task.${due.deadline}`)
    .limit(batchSize)
    .execute();
  return rows.map((row) => row.id);
}
