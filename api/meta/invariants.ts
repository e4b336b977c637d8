import type { Database } from "../../lib/database/createDatabase.ts";
import type { InvariantRow } from "../../lib/database/indexerMetaTables.ts";
import { isMissingTable } from "../server/databaseErrors.ts";

export type InvariantModel = InvariantRow;

/** What the indexer's monitor found in its last look, by name; nothing before the first. */
export async function readInvariants(db: Database): Promise<InvariantModel[]> {
  try {
    return await db.selectFrom("indexer_meta.invariant").selectAll().orderBy("name").execute();
  } catch (error) {
    if (isMissingTable(error)) return [];
    throw error;
  }
}
