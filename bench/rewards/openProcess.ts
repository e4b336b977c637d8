import { connectChain } from "../../lib/chain/connectChain.ts";
import { deploymentSchema } from "../../lib/chain/deployment.ts";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";

/** What the benchmark's child processes work with, by their environment: `openWorld` made it. */
export function openProcess() {
  const { BENCH_DATABASE = "", BENCH_RPC = "", BENCH_DEPLOYMENT = "" } = process.env;
  const db = createDatabase({
    connectionString: BENCH_DATABASE,
    applicationName: "bench",
    statementTimeoutMs: 600_000,
  });
  const deployment = deploymentSchema.parse(JSON.parse(BENCH_DEPLOYMENT));
  return { db, chain: connectChain([BENCH_RPC]), deployment, logger: createLogger("bench", "warn") };
}
