import pg from "pg";
import type { Account } from "./account.ts";
import { type Cluster, superuser } from "./cluster.ts";

export type ServerOptions = {
  readonly port: number;
  /** False only for throw-away data: a crash of the machine then loses the cluster. */
  readonly durable: boolean;
};

export type ServerCommand = {
  readonly program: string;
  readonly args: readonly string[];
  readonly ids: Account["ids"];
};

/** The command that serves a cluster on loopback only. SIGINT ends it fast and cleanly. */
export function serverCommand(cluster: Cluster, options: ServerOptions): ServerCommand {
  const settings = {
    listen_addresses: "127.0.0.1",
    port: options.port,
    // No socket file: nothing outside the data directory, and no limit on its path's length.
    unix_socket_directories: "",
    max_connections: 200,
    // Names of temporary files in /dev/shm would need room there, which containers give little of.
    dynamic_shared_memory_type: process.platform === "win32" ? "windows" : "mmap",
    log_checkpoints: "off",
    fsync: options.durable ? "on" : "off",
    synchronous_commit: options.durable ? "on" : "off",
    full_page_writes: options.durable ? "on" : "off",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [program = "", ...args] = [
    ...cluster.account.prefix,
    cluster.binaries.postgres,
    "-D",
    cluster.dataDirectory,
    ...flags,
  ];
  return { program, args, ids: cluster.account.ids };
}

/** Connection string of one of a cluster's databases. */
export function serverUrl(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Whether a server answers queries at a connection string. */
export async function acceptsQueries(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes a database if the server has none of that name. */
export async function ensureDatabase(maintenanceUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
