import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts } from "../../devnet/net/ports.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { endProcess, startProcess } from "../../test/support/childProcess.ts";
import { startIndexerProcess } from "../../test/support/indexerProcess.ts";
import { createDatabaseOn } from "../../test/support/testDatabase.ts";
import { startTestPostgres } from "../../test/support/testPostgres.ts";
import { waitFor } from "../../test/support/waitFor.ts";

/** anvil's second account. */
const jobsKey = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

/**
 * Starts indexer, API and jobs on a chain, each as the process that it is, on a database of their own; besides a second API on
 * that database and a bare server, which only a reader asks.
 */
export async function startStack(rpcUrl: string, deployment: Deployment) {
  const directory = mkdtempSync(join(tmpdir(), "nektar-fleet-"));
  const addresses = join(directory, "addresses.json");
  writeFileSync(addresses, JSON.stringify(deployment));
  const postgres = await startTestPostgres();
  const database = await createDatabaseOn(postgres.url, "fleet");
  const [apiPort = 0, twinPort = 0, jobsPort = 0, barePort = 0] = await freePorts(4);
  const indexer = await startIndexerProcess(
    { databaseUrl: database.url, rpcUrl, addresses },
    { timeoutMs: 180_000, intervalMs: 250 },
  );
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    RPC_URL: rpcUrl,
    NEKTAR_ADDRESSES: addresses,
    API_RATE_PER_SECOND: "0", // the whole fleet is one client by its address
    API_SUBSCRIPTIONS_PER_CLIENT: "1000",
    JOBS_PORT: String(jobsPort),
    JOBS_PRIVATE_KEY: jobsKey,
    LOG_LEVEL: "warn",
  };
  const start = (program: string, more: Record<string, string> = {}, args: readonly string[] = []) =>
    startProcess(process.execPath, ["--import", "tsx", program, ...args], { env: { ...env, ...more } });
  const processes = [
    start("api/main.ts", { API_PORT: String(apiPort) }),
    start("api/main.ts", { API_PORT: String(twinPort) }),
    start("jobs/main.ts"),
    start("bench/operators/bareServer.ts", {}, [String(barePort)]),
  ];
  for (const [index, port] of [apiPort, twinPort, jobsPort, barePort].entries()) {
    const isReady = () =>
      fetch(`http://127.0.0.1:${port}/ready`)
        .then((answer) => answer.ok)
        .catch(() => false);
    await waitFor("a process", isReady, { timeoutMs: 60_000 }).catch((cause: unknown) => {
      throw new Error(`not ready: ${processes[index]?.output()}`, { cause });
    });
  }
  return {
    apiUrl: `http://127.0.0.1:${apiPort}/graphql`,
    twinUrl: `http://127.0.0.1:${twinPort}/graphql`,
    bareUrl: `http://127.0.0.1:${barePort}/`,
    apiPid: processes[0]?.child.pid ?? 0,
    twinPid: processes[1]?.child.pid ?? 0,
    async stop() {
      await Promise.all(processes.map(({ child }) => endProcess(child)));
      await indexer.stop();
      await database.drop();
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
