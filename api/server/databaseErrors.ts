const undefinedTable = "42P01";
const queryCancelled = "57014";

/** Whether Postgres knows no such table: the indexer's views are made only when its history is indexed. */
export function isMissingTable(error: unknown): boolean {
  return codeOf(error) === undefinedTable;
}

/** Whether Postgres gave up a statement, which here only its timeout does. */
export function isTimeout(error: unknown): boolean {
  return codeOf(error) === queryCancelled;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
