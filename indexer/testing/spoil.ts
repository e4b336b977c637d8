import { sql } from "kysely";
import { checkAt, type Tools } from "../check/checkAt.ts";
import type { Difference } from "../check/compareKind.ts";

class Undo extends Error {}

/** What `checkAt` finds as of a block after `statements` changed rows by hand; nothing of them remains. */
export async function findSpoiled(tools: Tools, block: bigint, statements: readonly string[]) {
  const found: Difference[] = [];
  const spoiling = tools.db.transaction().execute(async (trx) => {
    // Ponder's triggers are for its own writing.
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const statement of statements) {
      const { numAffectedRows } = await sql.raw(statement).execute(trx);
      if (!numAffectedRows) throw new Error(`changed nothing: ${statement}`);
    }
    await checkAt({ ...tools, db: trx }, block, (_tally, differences) => found.push(...differences));
    throw new Undo();
  });
  await spoiling.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return found.map(({ what, field }) => `${what}: ${field}`).sort();
}
