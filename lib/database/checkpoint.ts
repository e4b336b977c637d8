import { sql } from "kysely";
import { RetryableError } from "../errors/NektarError.ts";
import type { Database } from "./createDatabase.ts";

export type BlockPoint = { readonly block: bigint; readonly timestamp: bigint };
/** How far the indexer is: its last block, and the last one that can no longer be reorganised. */
export type IndexerProgress = { readonly latest: BlockPoint; readonly finalized: BlockPoint };

/** The indexer has not made its views yet, or nothing is indexed: wait and ask again. */
export class IndexerNotReadyError extends RetryableError {
  override readonly code = "INDEXER_NOT_READY";
}

const undefinedTable = "42P01";
const undefinedSchema = "3F000";

/** Decodes Ponder's checkpoint of 75 digits: timestamp 10, chain id 16, block 16, transaction 16, type 1, event 16. */
export function decodeCheckpoint(checkpoint: string): BlockPoint {
  return { timestamp: BigInt(checkpoint.slice(0, 10)), block: BigInt(checkpoint.slice(26, 42)) };
}

/**
 * Reads the indexer's progress; inside a transaction it is the progress that the transaction's other reads see.
 * @throws {IndexerNotReadyError} while the first indexing of the history runs.
 */
export async function readProgress(db: Database): Promise<IndexerProgress> {
  const row = await db
    .selectFrom("indexer._ponder_checkpoint")
    .select(["latest_checkpoint", "finalized_checkpoint"])
    .limit(1)
    .executeTakeFirst()
    .catch((error: unknown) => {
      throw isMissingTable(error) ? notReady(error) : error;
    });
  if (!row) throw notReady();
  return {
    latest: decodeCheckpoint(row.latest_checkpoint),
    finalized: decodeCheckpoint(row.finalized_checkpoint),
  };
}

/** Whether a query failed because the indexer's views do not exist (yet). */
export function isMissingTable(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code;
  return code === undefinedTable || code === undefinedSchema;
}

function notReady(cause?: unknown): IndexerNotReadyError {
  return new IndexerNotReadyError(
    "The indexer has not finished reading the chain's history yet.",
    {},
    { cause },
  );
}

/** Runs reads on one consistent view of all tables: short, read-only, repeatable read. */
export async function readSnapshot<Result>(
  db: Database,
  read: (trx: Database) => Promise<Result>,
): Promise<Result> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      await sql`set transaction read only`.execute(trx);
      return read(trx);
    });
}
