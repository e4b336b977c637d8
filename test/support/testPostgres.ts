import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../devnet/net/ports.ts";
import { openCluster } from "../../devnet/postgres/cluster.ts";
import { acceptsQueries, serverCommand, serverUrl } from "../../devnet/postgres/server.ts";
import { endProcess, startProcess } from "./childProcess.ts";
import { waitFor } from "./waitFor.ts";

export type TestPostgres = { readonly url: string; stop(): Promise<void> };

/** Starts an embedded PostgreSQL of its own in a temporary directory (1 s), or takes the one that DATABASE_URL names. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const directory = mkdtempSync(join(tmpdir(), "nektar-postgres-"));
  const cluster = await openCluster(directory);
  const port = await freePort();
  const { program, args, ids } = serverCommand(cluster, { port, durable: false });
  const { child, output } = startProcess(program, args, { ...ids, cwd: cluster.dataDirectory });
  const url = serverUrl(cluster, port, "postgres");
  await waitFor("PostgreSQL", () => acceptsQueries(url), { timeoutMs: 20_000 }).catch((cause: unknown) => {
    throw new Error(`PostgreSQL did not start: ${output()}`, { cause });
  });
  return {
    url,
    async stop() {
      await endProcess(child, "SIGINT");
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
