import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { IndexerMetaTables } from "./indexerMetaTables.ts";
import type { IndexerTables } from "./indexerTables.ts";
import type { NektarTables } from "./nektarTables.ts";

/** Every table that our processes read or write, named `schema.table`. */
export type Tables = NektarTables & IndexerTables & IndexerMetaTables;
export type Database = Kysely<Tables>;

export type DatabaseOptions = {
  readonly connectionString: string;
  /** Connections at most. */
  readonly max?: number;
  /** A statement that runs longer is cancelled. Long transactions would stall the indexer in a reorganisation. */
  readonly statementTimeoutMs?: number;
  /** A connection is replaced by a new one after so long, once it is idle. */
  readonly maxLifetimeSeconds?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
};

const numericOid = 1700;
const int8Oid = 20;

/** Integers of any size come out as bigint; a numeric with a fraction, which our schemas never hold, throws. */
const exactIntegers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === numericOid || oid === int8Oid
      ? (text: string) => BigInt(text)
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};

/** A pool with synchronous commit on, short statements and no transaction left idle. */
export function createPool(options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.max ?? 10,
    application_name: options.applicationName,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 10_000,
    connectionTimeoutMillis: 10_000,
    ...(options.maxLifetimeSeconds === undefined ? {} : { maxLifetimeSeconds: options.maxLifetimeSeconds }),
    types: exactIntegers,
  });
  // An idle connection may break at any time (Postgres restarted); the pool makes a new one for the next query.
  pool.on("error", () => {});
  // One in use may break too, between two statements of a transaction; its next statement fails, the process must not.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Kysely over `createPool`. `destroy()` ends the pool. */
export function createDatabase(options: DatabaseOptions): Database {
  return databaseOn(createPool(options));
}

/** Kysely over a pool, which `destroy()` ends. */
export function databaseOn(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
