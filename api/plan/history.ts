import { sql } from "kysely";
import { connection } from "./connection.ts";
import { column } from "./fields.ts";
import type { FieldPlan, ObjectPlan } from "./objectType.ts";
import { orders } from "./order.ts";
import type { Source } from "./source.ts";

/** What rows of a versioned table were and are; as of a moment, without what came later. */
function versionRows(name: string, columns: readonly string[]): Source {
  const versions = sql.table(`indexer.${name}_version`);
  const own = (column: string) => sql.ref(`version.${column}`);
  return ({ at }) => {
    if (at === undefined) return versions;
    const ended = sql`${own(`until_${at.by}`)} <= ${at.point}`;
    const ends = ["until_block", "until_timestamp"].map(
      (end) => sql`case when ${ended} then ${own(end)} end as ${sql.ref(end)}`,
    );
    const kept = [...columns, "since_block", "since_timestamp"].map(own);
    return sql`(select ${sql.join([...kept, ...ends])} from ${versions} as version
      where ${own(`since_${at.by}`)} <= ${at.point})`;
  };
}

/** A version of a row: what it said, and from when until when. */
export const versionType = (
  table: string,
  key: readonly string[],
  fields: Readonly<Record<string, string>>,
): ObjectPlan => ({
  source: versionRows(table, [...key, ...Object.values(fields)]),
  fields: {
    ...Object.fromEntries(Object.entries(fields).map(([name, from]) => [name, column(from)])),
    sinceBlock: column("since_block"),
    since: column("since_timestamp"),
    untilBlock: column("until_block"),
    until: column("until_timestamp"),
  },
});

/** All versions of a row, newest first. A row has one at most that begins in a block. */
export const history = (type: string, key: readonly string[]): FieldPlan =>
  connection({
    type,
    order: orders(type, [{ column: "since_block", kind: "numeric" }], "desc"),
    where: ({ row, parent }) => key.map((name) => sql`${row(name)} = ${parent(name)}`),
  });
