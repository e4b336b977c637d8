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

/** Starts indexer, API and jobs on a chain, each as the process that it is, on a database of their own. */
export async function startStack(rpcUrl: string, deployment: Deployment) {
  const directory = mkdtempSync(join(tmpdir(), "nektar-fleet-"));
  const addresses = join(directory, "addresses.json");
  writeFileSync(addresses, JSON.stringify(deployment));
  const postgres = await startTestPostgres();
  const database = await createDatabaseOn(postgres.url, "fleet");
  const [apiPort = 0, jobsPort = 0] = await freePorts(2);
  const indexer = await startIndexerProcess(
    { databaseUrl: database.url, rpcUrl, addresses },
    { timeoutMs: 180_000, intervalMs: 250 },
  );
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    RPC_URL: rpcUrl,
    NEKTAR_ADDRESSES: addresses,
    API_PORT: String(apiPort),
    API_RATE_PER_SECOND: "0", // the whole fleet is one client by its address
    API_SUBSCRIPTIONS_PER_CLIENT: "1000",
    JOBS_PORT: String(jobsPort),
    JOBS_PRIVATE_KEY: jobsKey,
    LOG_LEVEL: "warn",
  };
  const start = (program: string) => startProcess(process.execPath, ["--import", "tsx", program], { env });
  const processes = [start("api/main.ts"), start("jobs/main.ts")];
  for (const [index, port] of [apiPort, jobsPort].entries()) {
    const isReady = () =>
      fetch(`http://127.0.0.1:${port}/ready`)
        .then((answer) => answer.ok)
        .catch(() => false);
    await waitFor("api and jobs", isReady, { timeoutMs: 60_000 }).catch((cause: unknown) => {
      throw new Error(`not ready: ${processes[index]?.output()}`, { cause });
    });
  }
  return {
    apiUrl: `http://127.0.0.1:${apiPort}/graphql`,
    async stop() {
      await Promise.all(processes.map(({ child }) => endProcess(child)));
      await indexer.stop();
      await database.drop();
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
