import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../devnet/net/ports.ts";
import { openCluster } from "../../devnet/postgres/cluster.ts";
import { acceptsQueries, serverCommand, serverUrl } from "../../devnet/postgres/server.ts";
import { endProcess, startProcess } from "./childProcess.ts";
import { waitFor } from "./waitFor.ts";

/** A PostgreSQL of one's own that can crash. */
export type CrashingPostgres = {
  readonly url: string;
  /** An immediate shutdown: what is committed but was not flushed is lost. */
  crash(): Promise<void>;
  /** Starts it again, on the same port, and waits until it answers. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts an embedded PostgreSQL that flushes at each synchronous commit, and else only every ten seconds: an asynchronous commit, as
 * Ponder makes them, is then as good as certain to be lost by a crash.
 */
export async function startCrashingPostgres(): Promise<CrashingPostgres> {
  const directory = mkdtempSync(join(tmpdir(), "nektar-crashing-postgres-"));
  const port = await freePort();
  let cluster = await openCluster(directory);
  const url = serverUrl(cluster, port, "postgres");

  async function start() {
    const { program, args, ids } = serverCommand(cluster, { port, durable: true });
    const settings = [...args, "-c", "wal_writer_delay=10s"];
    const started = startProcess(program, settings, { ...ids, cwd: cluster.dataDirectory });
    await waitFor("PostgreSQL", () => acceptsQueries(url), { timeoutMs: 30_000 }).catch((cause: unknown) => {
      throw new Error(`PostgreSQL did not start: ${started.output()}`, { cause });
    });
    return started.child;
  }

  let server = await start();
  return {
    url,
    async crash() {
      const ended = once(server, "exit");
      server.kill("SIGQUIT");
      await ended;
    },
    async restart() {
      cluster = await openCluster(directory);
      server = await start();
    },
    async stop() {
      await endProcess(server, "SIGINT");
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
