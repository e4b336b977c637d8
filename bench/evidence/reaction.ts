import { setTimeout as sleep } from "node:timers/promises";
import { encodeFunctionData } from "viem";
import { slashingManagerAbi } from "../../contracts/generated/slashingManager.ts";
import { evidenceJob } from "../../jobs/evidence/job.ts";
import type { Offence } from "../../jobs/evidence/queries.ts";
import { openScene, type Scene } from "../../jobs/evidence/testing/openScene.ts";
import { startJobs } from "../../jobs/queue/startJobs.ts";
import { transactionsJob } from "../../jobs/transactions/job.ts";
import { reportCommitment } from "../../lib/protocol/messages.ts";
import { createDatabaseOn } from "../../test/support/testDatabase.ts";
import { startTestPostgres } from "../../test/support/testPostgres.ts";
import type { Section } from "../support/report.ts";
import { median, quantile } from "../support/statistics.ts";

const patienceMs = 30_000;

/**
 * From the moment the second signature is stored to the commitment and the proof being signed, by the jobs as they run:
 * queue, reconcilers, Postgres, a node that mines each transaction at once. Beside it, the bare calls of one report.
 */
export async function measureReaction(count: number): Promise<Section> {
  const postgres = await startTestPostgres();
  const scene = await openScene(() => createDatabaseOn(postgres.url, "bench"));
  const { context, databaseUrl, sender } = scene;
  const engine = { kind: "postgres", url: databaseUrl, namespace: "bench" } as const;
  const sync = { driftBps: 100, intervalSeconds: 60 };
  const jobs = [transactionsJob, evidenceJob];
  const running = await startJobs({
    engine,
    jobs,
    context: { ...context, aggregateGraceMs: 0, sync },
    logger: sender.logger,
  });
  try {
    const times: { committed: number; proven: number }[] = [];
    const bare: number[] = [];
    for (let index = 0; index < count; index++) {
      const offence = await scene.offend(index % 3);
      times.push(await timesOf(scene, offence));
      bare.push(await bareReport(scene));
      await sleep((index * 137) % 1_000); // anywhere between two looks
    }
    const row = (what: string, values: readonly number[]) => [
      what,
      ...[median(values), quantile(values, 0.95), Math.max(...values)].map((value) => value.toFixed(0)),
    ];
    return {
      title: `from the second signature to the transaction, ${count} offences one after another`,
      columns: ["ms", "median", "p95", "most"],
      rows: [
        row(
          "to the commitment, signed and stored",
          times.map(({ committed }) => committed),
        ),
        row(
          "to the proof, signed and stored",
          times.map(({ proven }) => proven),
        ),
        row("one bare report for comparison: estimate, fees, nonce, sign, send", bare),
      ],
      notes: ["Each of the two looks that it takes comes every second."],
    };
  } finally {
    await running.stop(2_000);
    await scene.close();
    await postgres.stop();
  }
}

/** By the database's clock, from the offence's row to those of its transactions. */
async function timesOf({ sender }: Scene, { taskId, operator }: Offence) {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const row = await sender.db
      .selectFrom("nektar.evidence")
      .select(["known_at", "evidence_hash"])
      .where("task_id", "=", taskId)
      .where("operator", "=", operator)
      .executeTakeFirst();
    const reporter = sender.account.address.toLowerCase();
    const purposes = [`report:${row?.evidence_hash}:${reporter}`, `equivocation:${taskId}:${operator}`];
    const sent = await sender.db
      .selectFrom("nektar.transaction")
      .select(["created_at", "purpose"])
      .where("purpose", "in", purposes)
      .execute();
    const after = (prefix: string) => {
      const found = sent.find(({ purpose }) => purpose.startsWith(prefix));
      return found && row && found.created_at.getTime() - row.known_at.getTime();
    };
    const [committed, proven] = [after("report:"), after("equivocation:")];
    if (committed !== undefined && proven !== undefined) return { committed, proven };
    await sleep(20);
  }
  throw new Error(`the jobs did not report ${taskId} of ${operator}`);
}

/** What sending a commitment takes when nothing else is to be done, from another account. */
async function bareReport({ chain, protocol }: Scene): Promise<number> {
  const { reporter, slashingManager } = protocol;
  const commitment = reportCommitment(reporter, `0x${Date.now().toString(16).padStart(64, "0")}`);
  const data = encodeFunctionData({
    abi: slashingManagerAbi,
    functionName: "commitReport",
    args: [commitment],
  });
  const start = performance.now();
  const call = { account: reporter, to: slashingManager.address, data } as const;
  const [gas, fees, nonce] = await Promise.all([
    chain.client.estimateGas(call),
    chain.client.estimateFeesPerGas(),
    chain.client.getTransactionCount({ address: reporter, blockTag: "pending" }),
  ]);
  await chain.client.sendTransaction({ ...call, gas, nonce, chain: null, ...fees });
  return performance.now() - start;
}
