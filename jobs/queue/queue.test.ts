import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { sql } from "kysely";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { createDatabase, type Database } from "../../lib/database/createDatabase.ts";
import { endProcess, startProcess } from "../../test/support/childProcess.ts";
import { describeOnEachQueueEngine } from "../../test/support/queueEngines.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { defineJob, type Job } from "./defineJob.ts";
import { openQueue, openWorker, type QueueEngine } from "./openQueue.ts";
import { startJobs } from "./startJobs.ts";
import { type CountContext, countJob } from "./testing/countJob.ts";
import { wipeQueue } from "./testing/wipeQueue.ts";

const logger = pino({ level: "silent" });

describeOnEachQueueEngine("the queue", (given) => {
  let database: TestDatabase;
  let db: Database;
  let engines = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = createDatabase({ connectionString: database.url, applicationName: "test" });
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  /** A queue of its own for each test. */
  const ownEngine = (): QueueEngine => ({
    kind: given.kind,
    url: given.kind === "postgres" ? database.url : given.url,
    namespace: `test_${process.pid}_${Date.now()}_${++engines}`,
  });

  const start = async (engine: QueueEngine, job: Job<CountContext>, context: CountContext) => {
    const running = await startJobs({ engine, jobs: [job], context, logger });
    onTestFinished(() => running.stop(2_000));
    return running;
  };

  /** Work is a row; doing it counts up, and only the first time matters. */
  const newWork = async (name: string, rows: number): Promise<CountContext> => {
    const table = sql.table(`work_${name}`);
    await sql`create table ${table} (id text primary key, runs int default 0, done int default 0)`.execute(
      db,
    );
    await sql`insert into ${table} select n::text from generate_series(1, ${rows}::int) n`.execute(db);
    return { db, table: `work_${name}`, runMs: 0 };
  };
  const counts = async ({ table }: CountContext) => {
    const { rows } = await sql<{ done: bigint; most: number; runs: bigint }>`
      select sum(done) as done, max(done) as most, sum(runs) as runs from ${sql.table(table)}`.execute(db);
    return rows[0] ?? { done: 0n, most: 0, runs: 0n };
  };

  it("does all unfinished work, each piece with one effect, and nothing twice when it is done", async () => {
    const context = await newWork(`all_${given.kind}`, 100);
    await start(ownEngine(), countJob, context);
    await waitFor("all work", async () => (await counts(context)).done === 100n);
    expect((await counts(context)).most).toBe(1);
  });

  it("runs one job once although five add it at once", async () => {
    const context = await newWork(`five_${given.kind}`, 1);
    const engine = ownEngine();
    const queue = await openQueue(engine, countJob.name, logger);
    onTestFinished(() => queue.close());
    const entries = await countJob.unfinished(context);
    await Promise.all([1, 2, 3, 4, 5].map(() => queue.add(entries)));
    const worker = await openWorker(
      engine,
      countJob,
      async (payload) => void (await countJob.run(context, payload)),
      logger,
    );
    await waitFor("the run", async () => (await counts(context)).runs > 0n);
    await worker.close(1_000);
    expect(await counts(context)).toEqual({ done: 1n, most: 1, runs: 1n });
  });

  it("can do the same work again when it is due again", async () => {
    const context = await newWork(`again_${given.kind}`, 1);
    await start(ownEngine(), countJob, context);
    await waitFor("the first run", async () => (await counts(context)).done === 1n);
    await sql`update ${sql.table(context.table)} set done = 0`.execute(db);
    await waitFor("the second run", async () => (await counts(context)).runs === 2n);
  });

  it("goes on after the queue lost everything while it ran", async () => {
    const context = { ...(await newWork(`wipe_${given.kind}`, 60)), runMs: 20 };
    const engine = ownEngine();
    await start(engine, countJob, context);
    await waitFor("some work", async () => (await counts(context)).done > 5n);
    await wipeQueue(db, engine);
    await waitFor("all work", async () => (await counts(context)).done === 60n);
    expect((await counts(context)).most).toBe(1);
  });

  it("goes on after the engine cut all connections, again and again", async () => {
    const context = { ...(await newWork(`cut_${given.kind}`, 60)), runMs: 20 };
    const engine = ownEngine();
    await start(engine, countJob, context);
    for (let cut = 1; cut <= 3; cut++) {
      await waitFor("some work", async () => (await counts(context)).done > BigInt(cut * 5));
      await cutConnections(engine);
    }
    await waitFor("all work", async () => (await counts(context)).done === 60n, { timeoutMs: 30_000 });
    expect((await counts(context)).most).toBe(1);
  }, 60_000);

  /** As a restart of the engine does to all its clients. */
  async function cutConnections({ kind, url }: QueueEngine): Promise<void> {
    if (kind === "redis") {
      const redis = new Redis(url);
      await redis.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
      await redis.quit();
      return;
    }
    const client = new pg.Client(url);
    await client.connect();
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await client.end();
  }

  it("drops a payload that does not parse, and retries a failure", async () => {
    const engine = ownEngine();
    let failures = 0;
    const seen: string[] = [];
    const flaky = defineJob<CountContext, { id: string }>({
      name: "flaky",
      payload: z.object({ id: z.string() }),
      concurrency: 1,
      everyMs: 60_000,
      unfinished: async () => [{ id: "1" }],
      run: async (_, { id }) => {
        if (failures++ === 0) throw new Error("once");
        seen.push(id);
      },
    });
    const queue = await openQueue(engine, flaky.name, logger);
    onTestFinished(() => queue.close());
    await queue.add([{ id: "poison", payload: { other: "x" } }]);
    await start(engine, flaky, { db, table: "", runMs: 0 });
    await waitFor("the retry", () => seen.length > 0);
    expect(seen).toEqual(["1"]);
    expect(failures).toBe(2);
  });

  it("takes over what a killed process was running", async () => {
    const context = { ...(await newWork(`kill_${given.kind}`, 3)), runMs: 60_000 };
    const engine = ownEngine();
    const script = fileURLToPath(new URL("./testing/runCountJob.ts", import.meta.url));
    const { child, output } = startProcess(process.execPath, ["--import", "tsx", script], {
      env: {
        ...process.env,
        TEST_ENGINE: JSON.stringify(engine),
        TEST_DATABASE: database.url,
        TEST_TABLE: context.table,
      },
    });
    await waitFor(`the child to run: ${output()}`, async () => (await counts(context)).runs > 0n, {
      timeoutMs: 15_000,
    });
    await endProcess(child, "SIGKILL");
    const begun = Date.now();
    await start(engine, countJob, { ...context, runMs: 0 });
    await waitFor("all work", async () => (await counts(context)).done === 3n, { timeoutMs: 40_000 });
    expect((await counts(context)).most).toBe(1);
    expect(Date.now() - begun).toBeLessThan(30_000);
  }, 60_000);
});
