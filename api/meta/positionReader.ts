import type { Database } from "../../lib/database/createDatabase.ts";
import { isMissingTable } from "../server/databaseErrors.ts";
import { type Position, selectPosition } from "./queries.ts";

/** The indexer's position; undefined while it has none. Kept for `maxAgeMs`, so that a flood of requests asks once. */
export type PositionReader = () => Promise<Position | undefined>;

export function createPositionReader(db: Database, chainId: number, maxAgeMs: number): PositionReader {
  let pending: Promise<Position | undefined> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (pending === undefined || now - readAt > maxAgeMs) {
      readAt = now;
      pending = readPosition(db, chainId).catch((error: unknown) => {
        pending = undefined;
        throw error;
      });
    }
    return pending;
  };
}

async function readPosition(db: Database, chainId: number): Promise<Position | undefined> {
  try {
    return await selectPosition(db, chainId);
  } catch (error) {
    if (isMissingTable(error)) return undefined;
    throw error;
  }
}
