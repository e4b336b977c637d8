import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { forgetEpochs } from "../../jobs/rewards/recalculateQueries.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import { endProcess, startProcess } from "../../test/support/childProcess.ts";
import { startTestRedis } from "../../test/support/testRedis.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { type Section, whole } from "../support/report.ts";
import { openWorld } from "./openWorld.ts";

const patience = { timeoutMs: 300_000, intervalMs: 250 };
const rounds = 2;
type Times = { readonly shards: number; readonly complete: number };

/** Epoch 0 by the jobs as they run, in one process and in two, in turn. */
export async function workersSection(intervals: number): Promise<Section> {
  const [world, redis] = await Promise.all([openWorld(intervals, 1), startTestRedis()]);
  const times: Record<number, Times[]> = { 1: [], 2: [] };
  try {
    for (let round = 0; round < rounds; round++)
      for (const workers of [1, 2]) {
        const env = {
          ...world.env,
          BENCH_QUEUE: redis.url ?? world.url,
          BENCH_NAMESPACE: `bench_${workers}_${round}`,
        };
        times[workers]?.push(await calculate(world.db, workers, env));
        process.stderr.write(`${workers} workers: ${JSON.stringify(times[workers]?.at(-1))}\n`);
      }
  } finally {
    await Promise.all([world.close(), redis.stop()]);
  }
  return {
    title: `Epoch 0 of ${whole(intervals)} intervals by the jobs on ${redis.url ? "Redis" : "PostgreSQL"}, seconds`,
    columns: ["workers", "until all shards are done", "to the root"],
    rows: Object.entries(times).map(([workers, all]) => [
      workers,
      Math.min(...all.map(({ shards }) => shards)).toFixed(2),
      Math.min(...all.map(({ complete }) => complete)).toFixed(2),
    ]),
    notes: [
      `From the beginning of the snapshot's transaction to that of the last shard's and of the bundle's, by Postgres' clock; the faster of ${rounds}, taken in turn. Postgres, chain and workers share the cores.`,
    ],
  };
}

/** The time of one calculation; its rows are gone afterwards. */
async function calculate(
  db: Database,
  workers: number,
  env: Readonly<Record<string, string>>,
): Promise<Times> {
  const script = fileURLToPath(new URL("./runWorker.ts", import.meta.url));
  const children = Array.from({ length: workers }, () =>
    startProcess(process.execPath, ["--import", "tsx", script], {
      env: { ...process.env, ...env },
    }),
  );
  try {
    const isCalculated = async () => (await readTimes(db))?.complete ?? undefined;
    await waitFor("the epoch", isCalculated, patience);
    const times = await readTimes(db);
    if (times?.complete == null) throw new Error("the epoch is not calculated");
    return { shards: times.shards, complete: times.complete };
  } finally {
    await Promise.all(children.map(({ child }) => endProcess(child)));
    await forgetEpochs(db, 0n);
  }
}

async function readTimes(db: Database): Promise<{ shards: number; complete: number | null } | undefined> {
  const since = (time: string) =>
    sql<number>`extract(epoch from ${sql.ref(time)} - epoch.created_at)::float8`;
  const { rows } = await sql<{ shards: number; complete: number | null }>`
    select ${since("shard.updated_at")} as shards,
      case when epoch.state <> 'calculating' then ${since("epoch.updated_at")} end as complete
    from nektar.reward_epoch epoch
    cross join lateral (
      select max(updated_at) as updated_at from nektar.reward_shard where epoch = epoch.epoch
    ) shard`.execute(db);
  return rows[0];
}
