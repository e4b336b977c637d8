import { type RawBuilder, sql } from "kysely";
import type { PauseGroup } from "../lib/database/indexerTables.ts";

/** Whether none of the contracts' function groups is halted, as a condition of a query: work that needs them waits meanwhile. */
export function whileOpen(...groups: readonly PauseGroup[]): RawBuilder<boolean> {
  return sql<boolean>`not exists (
    select from indexer.pause where paused and "group" = any(${[...groups]}::text[])
  )`;
}
