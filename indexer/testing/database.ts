import pg from "pg";
import type { Database } from "../../lib/database/createDatabase.ts";

/** Every row of every table, as text, in a fixed order. */
export async function allRows(url: string): Promise<Record<string, string[]>> {
  return withClient(url, async (client) => {
    const views = await client.query<{ viewname: string }>(
      "select viewname from pg_views where schemaname = 'indexer' and viewname !~ '^_ponder' order by 1",
    );
    const tables: Record<string, string[]> = {};
    for (const { viewname } of views.rows) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from indexer.${pg.escapeIdentifier(viewname)} t order by 1`,
      );
      tables[viewname] = rows.map(({ row }) => row);
    }
    return tables;
  });
}

/** Which kinds of slashes, challenges and rulings the rows hold: a scenario that no longer makes one must not pass. */
export async function kindsOf(db: Database) {
  const slashes = await db.selectFrom("indexer.pool_slash").selectAll().execute();
  const challenges = await db.selectFrom("indexer.challenge").select("outcome").execute();
  const rulings = await db.selectFrom("indexer.ruling").select("verdict").execute();
  const kinds = (names: (string | null)[]) => [...new Set(names)].filter((name) => name !== null).sort();
  return {
    slashedPools: kinds(
      slashes.map((row) => {
        const parts = [row.active_slashed ? "ACTIVE" : "", row.queued_slashed ? "QUEUED" : ""].filter(
          Boolean,
        );
        if (parts.length === 0) return "NOTHING";
        return `${parts.join(" AND ")}${row.distributed_at === null ? ", UNPAID" : ""}`;
      }),
    ),
    outcomes: kinds(challenges.map((row) => row.outcome)),
    verdicts: kinds(rulings.map((row) => row.verdict)),
    sinks: kinds(slashes.map((row) => row.sink)),
  };
}

/** Whether the sentinel has recorded a final block above this one. */
export async function recordedAbove(url: string, block: bigint): Promise<boolean> {
  const { rowCount } = await withClient(url, (client) =>
    client.query("select 1 from indexer_meta.finality where block > $1", [String(block)]),
  );
  return rowCount === 1;
}

/** Ends the sessions of the indexer, as a restart of Postgres does. */
export async function breakSessions(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name ~ '^(indexer_|ponder_)'",
    ),
  );
}

/** The invariants that were looked at and hold, by the indexer's own record. */
export async function invariantsIn(url: string): Promise<string[] | null> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ name: string }>("select name from indexer_meta.invariant where violations = 0"),
  );
  return rows.length > 0 ? rows.map(({ name }) => name) : null;
}

/** Looks at rows that a statement changed by hand; nothing of it remains. */
export async function spoil<Result>(
  url: string,
  statement: string,
  look: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  return withClient(url, async (client) => {
    // Ponder's triggers are for its own writing.
    await client.query("begin; set local session_replication_role = replica");
    const { rowCount } = await client.query(statement);
    if (!rowCount) throw new Error(`changed nothing: ${statement}`);
    const seen = await look(client);
    await client.query("rollback");
    return seen;
  });
}

export async function withClient<Result>(
  url: string,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
