/**
 * A row that another row names, so that it exists: both come from logs, and the contract emitted this one first.
 * @throws {Error} when it does not: the indexer's tables are torn.
 */
export async function mustExist<Row>(loaded: Promise<Row | null>, what: string): Promise<Row> {
  const row = await loaded;
  if (row === null) throw new Error(`The indexer has no row of ${what}.`);
  return row;
}
