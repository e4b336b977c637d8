import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ConfigError } from "../../lib/errors/NektarError.ts";

const lockKey = "hashtextextended('nektar ' || $1, 0)";
const patienceMs = 30_000;

/** Takes the lock of a schema for this session, if nobody holds it. */
export async function lockSchema(client: pg.ClientBase, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(${lockKey}) as locked`,
    [schema],
  );
  return rows[0]?.locked ?? false;
}

export async function unlockSchema(client: pg.ClientBase, schema: string): Promise<void> {
  await client.query(`select pg_advisory_unlock(${lockKey})`, [schema]);
}

/**
 * Makes this process the only writer of a schema for as long as it lives. Postgres gives the lock back the moment the
 * process dies, however it dies; Ponder's own lock is a heartbeat, which a killed writer leaves behind for 25 seconds.
 * So whoever holds ours may clear that one.
 *
 * @param onLost is called when the session ends: the process must then write no more.
 * @throws {ConfigError} when another indexer keeps the lock for 30 seconds.
 */
export async function holdSchemaLock(
  connectionString: string,
  schema: string,
  onLost: (reason: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: `${schema}_lock`, keepAlive: true });
  client.on("error", (error) => onLost(error.message));
  client.on("end", () => onLost("the connection ended"));
  await client.connect();
  // A machine that vanishes without a word loses the lock within half a minute, not after two hours.
  await client.query(
    "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3",
  );
  const deadline = Date.now() + patienceMs;
  while (!(await lockSchema(client, schema))) {
    if (Date.now() > deadline) {
      throw new ConfigError(
        `Another indexer with the same code and chain is writing to ${schema} in this database. Stop it first.`,
        { schema },
      );
    }
    await sleep(200);
  }
  await clearPonderLock(client, schema);
}

async function clearPonderLock(client: pg.ClientBase, schema: string): Promise<void> {
  const table = `${pg.escapeIdentifier(schema)}._ponder_meta`;
  const { rows } = await client.query<{ exists: boolean }>("select to_regclass($1) is not null as exists", [
    table,
  ]);
  if (rows[0]?.exists) await client.query(`update ${table} set value = jsonb_set(value, '{is_locked}', '0')`);
}
