import type { Database } from "../../lib/database/createDatabase.ts";
import type { ParticipationRow } from "../../lib/database/indexerTables.ts";

/**
 * Writes what the view `indexer.participation` is made of. It says that `signed` is null where the task has no response: the
 * task's own row decides that.
 */
export async function insertParticipation(db: Database, rows: readonly ParticipationRow[]): Promise<void> {
  if (rows.length === 0) return;
  const assignments = rows.map(({ signed: _, ...assignment }) => assignment);
  await db.insertInto("indexer.assignment").values(assignments).execute();
  const nonSigners = rows.filter(({ signed }) => signed === false);
  if (nonSigners.length === 0) return;
  const keys = nonSigners.map(({ task_id, operator }) => ({ task_id, operator }));
  await db.insertInto("indexer.non_signer").values(keys).execute();
}
