import { sql } from "kysely";
import { happened, type Scope } from "./scope.ts";
import { and, type Sql } from "./text.ts";

/** What stands after `from`: a table, or its rows as they were. */
export type Source = (scope: Scope) => Sql;

/** The columns of a step in a row's life: when it was taken, and what it wrote. */
export type Step = {
  readonly block: string;
  readonly timestamp: string;
  readonly columns: readonly string[];
};

export const createdColumns = ["created_block", "created_at", "created_tx"] as const;

/** A table of the indexer whose rows never change once they are written. */
export function constant(name: string, block = "created_block", timestamp = "created_at"): Source {
  const table = sql.table(`indexer.${name}`);
  return (scope) => {
    const written = happened(scope, sql.ref(`source.${block}`), sql.ref(`source.${timestamp}`));
    return written === undefined ? table : sql`(select * from ${table} as source where ${written})`;
  };
}

/**
 * A table whose rows carry the moment of each step of their life: before it, the columns that it wrote were null.
 *
 * @param kept columns that were written with the row.
 * @param made columns that are something else before a step, as expressions over the alias `source`.
 */
export function stepped(
  name: string,
  kept: readonly string[],
  steps: readonly Step[],
  {
    made = () => ({}),
    block = "created_block",
    timestamp = "created_at",
  }: {
    readonly made?: (scope: Scope) => Readonly<Record<string, Sql>>;
    readonly block?: string;
    readonly timestamp?: string;
  } = {},
): Source {
  const table = sql.table(`indexer.${name}`);
  const own = (column: string) => sql.ref(`source.${column}`);
  return (scope) => {
    const written = happened(scope, own(block), own(timestamp));
    if (written === undefined) return table;
    const later = steps.flatMap((step) => {
      const taken = happened(scope, own(step.block), own(step.timestamp));
      return step.columns.map(
        (column) => sql`case when ${taken} then ${own(column)} end as ${sql.ref(column)}`,
      );
    });
    const others = Object.entries(made(scope)).map(([column, made]) => sql`${made} as ${sql.ref(column)}`);
    const columns = sql.join([...kept.map(own), ...later, ...others]);
    return sql`(select ${columns} from ${table} as source where ${written})`;
  };
}

/**
 * A table whose changes the indexer keeps as versions.
 *
 * @param key of the table; @param unversioned columns that never change.
 */
export function versioned(name: string, key: readonly string[], unversioned: readonly string[] = []): Source {
  const table = sql.table(`indexer.${name}`);
  const versions = sql.table(`indexer.${name}_version`);
  return ({ at }) => {
    if (at === undefined) return table;
    const [since, until] = [sql.ref(`version.since_${at.by}`), sql.ref(`version.until_${at.by}`)];
    const holds = sql`${since} <= ${at.point} and (${until} > ${at.point} or ${until} is null)`;
    if (unversioned.length === 0) return sql`(select version.* from ${versions} as version where ${holds})`;
    const same = and(key.map((column) => sql`${sql.ref(`version.${column}`)} = ${sql.ref(`now.${column}`)}`));
    const columns = sql.join(unversioned.map((column) => sql.ref(`now.${column}`)));
    return sql`(select version.*, ${columns} from ${table} as now join ${versions} as version on ${same} where ${holds})`;
  };
}
