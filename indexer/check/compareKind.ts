import { sql } from "kysely";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { AnyKind, Contracts, Facts, Point } from "./kind.ts";

/** A fact about which rows and contracts disagree. */
export type Difference = {
  readonly what: string;
  readonly row: string;
  readonly field: string;
  readonly ours: string;
  readonly chain: string;
};

const rowsPerPage = 500;

type Row = Record<string, unknown>;

/**
 * Compares every row of one kind with the contracts' views, a page at a time.
 *
 * @param report is told of each page how many rows are compared by now, and how they differ.
 */
export async function compareKind(
  one: AnyKind,
  { db, contracts, point }: { readonly db: Database; readonly contracts: Contracts; readonly point: Point },
  report: (compared: number, differences: readonly Difference[]) => void,
): Promise<void> {
  let compared = 0;
  let last: Row | undefined;
  for (;;) {
    const rows = await selectPage(db, one, point, last);
    const differences = await Promise.all(
      rows.map(async (row) => {
        const chain = await one.factsOnChain(row, contracts, { blockNumber: point.block });
        return differencesOf(one, row, one.factsOf(row, point), chain);
      }),
    );
    compared += rows.length;
    report(compared, differences.flat());
    last = rows.at(-1);
    if (rows.length < rowsPerPage) return;
  }
}

async function selectPage(db: Database, one: AnyKind, point: Point, last: Row | undefined): Promise<Row[]> {
  const key = sql.join(one.key.map((column) => sql.ref(column)));
  const after = last ? sql`where (${key}) > (${sql.join(one.key.map((column) => last[column]))})` : sql``;
  const page = sql<Row>`select * from (${one.rowsAt(point)}) as row ${after} order by ${key} limit ${rowsPerPage}`;
  return (await page.execute(db)).rows;
}

function differencesOf(one: AnyKind, row: Row, ours: Facts, chain: Facts): Difference[] {
  const fields = new Set([...Object.keys(ours), ...Object.keys(chain)]);
  return [...fields].flatMap((field) => {
    const [said, wanted] = [textOf(ours[field]), textOf(chain[field])];
    if (said === wanted) return [];
    const key = one.key.map((column) => `${row[column]}`).join(" ");
    return [{ what: one.name, row: key, field, ours: said, chain: wanted }];
  });
}

/** Numbers of any width and hex of any case are the same text when they are the same. */
const textOf = (value: unknown): string => (value === undefined ? "nothing" : String(value).toLowerCase());
