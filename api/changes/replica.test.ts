import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../devnet/net/ports.ts";
import { giveTo } from "../../devnet/postgres/account.ts";
import { type Cluster, openCluster } from "../../devnet/postgres/cluster.ts";
import { acceptsQueries, ensureDatabase, serverCommand, serverUrl } from "../../devnet/postgres/server.ts";
import { createDatabase, type Database } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { endProcess, startProcess } from "../../test/support/childProcess.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { ChangeWatcher } from "./ChangeWatcher.ts";
import { versionOf } from "./dataState.ts";

describe("the watch over a replica", { timeout: 60_000 }, () => {
  const directory = mkdtempSync(join(tmpdir(), "nektar-replica-"));
  const ends: (() => Promise<unknown>)[] = [];
  let db: Database;
  let watcher: ChangeWatcher;

  async function serve(cluster: Cluster): Promise<string> {
    const port = await freePort();
    const { program, args, ids } = serverCommand(cluster, { port, durable: false });
    const { child, output } = startProcess(program, args, { ...ids, cwd: cluster.dataDirectory });
    ends.push(() => endProcess(child, "SIGINT"));
    const url = serverUrl(cluster, port, "postgres");
    await waitFor("PostgreSQL", () => acceptsQueries(url), { timeoutMs: 20_000 }).catch((cause: unknown) => {
      throw new Error(output(), { cause });
    });
    return url;
  }

  /** A copy of a stopped cluster that follows it. */
  function copyCluster(cluster: Cluster, primaryUrl: string): Cluster {
    const copy = { ...cluster, dataDirectory: join(directory, "replica") };
    cpSync(cluster.dataDirectory, copy.dataDirectory, { recursive: true });
    writeFileSync(join(copy.dataDirectory, "standby.signal"), "");
    writeFileSync(join(copy.dataDirectory, "postgresql.auto.conf"), `primary_conninfo = '${primaryUrl}'\n`);
    giveTo(cluster.account, copy.dataDirectory);
    return copy;
  }

  beforeAll(async () => {
    const cluster = await openCluster(directory);
    const port = await freePort();
    const primaryUrl = serverUrl(cluster, port, "postgres");
    const replica = copyCluster(cluster, primaryUrl);
    const { program, args, ids } = serverCommand(cluster, { port, durable: false });
    const { child } = startProcess(program, args, { ...ids, cwd: cluster.dataDirectory });
    ends.push(() => endProcess(child, "SIGINT"));
    await waitFor("the primary", () => acceptsQueries(primaryUrl), { timeoutMs: 20_000 });
    await ensureDatabase(primaryUrl, "nektar");
    const primary = serverUrl(cluster, port, "nektar");
    db = createDatabase({ connectionString: primary, applicationName: "test" });
    await migrate(db);
    await createIndexerTables(db);
    await setProgress(db, { latest: [1_000n, 100n], finalized: [700n, 70n] });
    const replicaUrl = new URL(await serve(replica));
    replicaUrl.pathname = "/nektar";
    await waitFor("the replica to follow", () => acceptsQueries(replicaUrl.href), { timeoutMs: 20_000 });
    watcher = new ChangeWatcher({
      connectionString: replicaUrl.href,
      listen: false,
      chainId: 31337,
      maxAgeMs: 300,
      logger: createLogger("api", "silent"),
    });
  }, 60_000);

  afterAll(async () => {
    await watcher?.close();
    await db?.destroy();
    for (const end of ends.reverse()) await end();
    rmSync(directory, { recursive: true, force: true });
  });

  it("knows the position and the indexer's changes as the replica has them", async () => {
    const before = await waitFor("the first rows", async () => {
      const state = await watcher.current();
      return state.position?.indexed.number === 100n && state;
    });
    await setProgress(db, { latest: [1_010n, 101n], finalized: [700n, 70n] });
    const after = await waitFor("the change", async () => {
      const state = await watcher.current();
      return state.position?.indexed.number === 101n && state;
    });
    expect(versionOf(after, false)).not.toBe(versionOf(before, false));
  });

  it("names no version of answers that read our own rows, of whose changes a replica tells nothing", async () => {
    await sql`truncate nektar.response`.execute(db);
    const state = await watcher.current();
    expect(state.indexerSettled).toBe(true);
    expect(versionOf(state, true)).toBeUndefined();
  });
});
