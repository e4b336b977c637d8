import { keccak256, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { JobContext } from "../../jobs/context.ts";
import { startJobs } from "../../jobs/queue/startJobs.ts";
import { shardJob, snapshotJob, stageJob } from "../../jobs/rewards/jobs.ts";
import { openProcess } from "./openProcess.ts";

/** A worker of the jobs that calculates epochs, and publishes nothing, until it is told to end. */
const { BENCH_QUEUE = "", BENCH_NAMESPACE = "" } = process.env;
const { db, chain, deployment, logger } = openProcess();
const settings = { chainId: 31337, finalityDepth: 5n, replaceAfterMs: 60_000 };
const sender = { db, chain, account: privateKeyToAccount(keccak256(toHex("bench"))), settings, logger };
const sync = { driftBps: 100, intervalSeconds: 60 };
const context: JobContext = { db, deployment, sender, logger, aggregateGraceMs: 0, sync };
const kind = BENCH_QUEUE.startsWith("redis:") ? "redis" : "postgres";
const running = await startJobs({
  engine: { kind, url: BENCH_QUEUE, namespace: BENCH_NAMESPACE },
  jobs: [snapshotJob, shardJob, stageJob],
  ...{ context, logger },
});
process.once("SIGTERM", async () => {
  await running.stop(2_000);
  await db.destroy();
});
