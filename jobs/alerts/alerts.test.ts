import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { pino } from "pino";
import { Webhook } from "standardwebhooks";
import { type Address, zeroAddress, zeroHash } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDatabase, type Database } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { startProcess } from "../../test/support/childProcess.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import type { JobContext } from "../context.ts";
import { endpointOf } from "./Endpoint.ts";
import { alertsJob } from "./job.ts";
import { listAlerts } from "./queries.ts";
import { type Received, startReceiver } from "./testing/startReceiver.ts";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const operator: Address = "0x00000000000000000000000000000000000000aa";
const directory = mkdtempSync(join(tmpdir(), "nektar-alerts-"));

let database: TestDatabase;
let db: Database;
let verify: (secret: string, headers: object, body: string) => boolean;
const receivers: Awaited<ReturnType<typeof startReceiver>>[] = [];

beforeAll(async () => {
  const [, snippet = ""] = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/alerts.md", "utf8")) ?? [];
  writeFileSync(join(directory, "verify.mjs"), snippet);
  ({ verify } = await import(pathToFileURL(join(directory, "verify.mjs")).href));
});
beforeEach(async () => {
  database = await createTestDatabase();
  db = createDatabase({ connectionString: database.url, applicationName: "test" });
  await migrate(db);
  await createIndexerTables(db);
  await db.schema.createSchema("indexer_meta").execute();
  await db.schema
    .createTable("indexer_meta.invariant")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("violations", "integer")
    .addColumn("example", "text")
    .addColumn("checked_block", "bigint")
    .addColumn("checked_at", "timestamptz")
    .execute();
  await setProgress(db, { latest: [500n, 20n], finalized: [400n, 15n] });
});
afterEach(async () => {
  for (const receiver of receivers.splice(0)) receiver.close();
  await db.destroy();
  await database.drop();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function receiver(answer?: (count: number) => number | undefined) {
  const started = await startReceiver(answer);
  receivers.push(started);
  return started;
}

/** The jobs' context, as far as alerts need one. */
const contextOf = (...urls: string[]) =>
  ({
    db,
    alerts: { endpoints: urls.map(endpointOf), secret },
    logger: pino({ level: "silent" }),
  }) as unknown as JobContext;

/** What the jobs' process does in a second. */
async function look(context: JobContext): Promise<void> {
  const due = await alertsJob.unfinished(context);
  await Promise.all(due.map(({ payload }) => alertsJob.run(context, payload)));
}

/** As if the pause before the next attempt were over. */
const makeDue = () =>
  db
    .updateTable("nektar.alert_delivery")
    .set({ next_at: new Date(0) })
    .execute();

async function slash(name: string, block = 21n): Promise<void> {
  const origin = { created_block: block, created_at: 510n, created_tx: zeroHash, created_log_index: 0 };
  const facts = { operator, network: zeroAddress, task_id: zeroHash, reporter: zeroAddress };
  await db
    .insertInto("indexer.slash")
    .values({
      ...{ id: `0x${name}`, offence: "EQUIVOCATION", evidence_hash: zeroHash, fraction: 5n * 10n ** 17n },
      ...facts,
      ...origin,
    })
    .execute();
}

const typeOf = ({ body }: Received) => (JSON.parse(body) as { type: string }).type;
const idOf = ({ headers }: Received) => headers["webhook-id"];
const headersOf = ({ headers }: Received) => headers as Record<string, string>;

describe("an alert", () => {
  it("is posted once, signed so that the documented lines and the standard's library verify it", async () => {
    const { received, url } = await receiver();
    const context = contextOf(url);
    await slash("01", 19n); // before alerts were switched on
    await look(context);
    await slash("02");
    for (let times = 0; times < 3; times++) await look(context);
    expect(received.map(typeOf)).toEqual(["slash"]);
    const [first] = received;
    if (!first) throw new Error("nothing came");
    expect(JSON.parse(first.body).data).toMatchObject({
      ...{ slashId: "0x02", operator, offence: "EQUIVOCATION", fraction: "500000000000000000", block: "21" },
    });
    const headers = headersOf(first);
    expect(verify(secret, headers, first.body)).toBe(true);
    expect(new Webhook(secret).verify(first.body, headers)).toEqual(JSON.parse(first.body));

    const other = `whsec_${Buffer.alloc(32, 8).toString("base64")}`;
    expect(verify(other, headers, first.body)).toBe(false);
    expect(verify(secret, headers, first.body.replace("0x02", "0x03"))).toBe(false);
    expect(verify(secret, { ...headers, "webhook-id": "msg_other" }, first.body)).toBe(false);
    expect(verify(secret, { ...headers, "webhook-timestamp": "1700000000" }, first.body)).toBe(false);
  });

  it("is told of equivocations, wrong responses, halted publishing and broken invariants", async () => {
    const { received, url } = await receiver();
    const context = contextOf(url);
    await look(context);
    await db.insertInto("nektar.evidence").values({ task_id: "0x01", operator, source: "API" }).execute();
    const wrong = { state: "wrong", computed: "0x05", deadline: 600n } as const;
    const response = { task_id: "0x01", response_hash: "0x02", network: zeroAddress } as const;
    await db
      .insertInto("nektar.challenge")
      .values({ ...response, ...wrong })
      .execute();
    await db
      .insertInto("nektar.reward_epoch")
      .values({ epoch: 3n, state: "mismatch", rule_version: 1, snapshot_block: 5n })
      .execute();
    const broken = { name: "pool shares", violations: 2, example: "0x01: 1 instead of 2" };
    await db
      .insertInto("indexer_meta.invariant")
      .values({ ...broken, checked_block: 20n, checked_at: new Date() })
      .execute();
    for (let times = 0; times < 3; times++) await look(context);
    expect(received.map(typeOf).sort()).toEqual([
      "invariant.violated",
      "offence.equivocation",
      "offence.wrong_response",
      "rewards.halted",
    ]);

    // What is over and comes back is told again, under another id; what happened once is not.
    await db.updateTable("indexer_meta.invariant").set({ violations: 0 }).execute();
    await look(context);
    await db.updateTable("indexer_meta.invariant").set({ violations: 1 }).execute();
    for (let times = 0; times < 3; times++) await look(context);
    expect(received).toHaveLength(5);
    expect(new Set(received.map(idOf)).size).toBe(5);
  });

  it("is posted again with the same id and body, ever later, until it is taken", async () => {
    const { received, url } = await receiver((count) => (count < 4 ? 500 : 204));
    const context = contextOf(url);
    await look(context);
    await slash("02");
    const pauses: number[] = [];
    for (let times = 0; times < 6; times++) {
      await look(context);
      await look(context); // not due yet
      const row = await db.selectFrom("nektar.alert_delivery").selectAll().executeTakeFirstOrThrow();
      if (row.state === "due") pauses.push(Math.round((Number(row.next_at) - Date.now()) / 1_000));
      await makeDue();
    }
    expect(received).toHaveLength(4);
    expect(new Set(received.map(idOf)).size).toBe(1);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(pauses).toEqual([5, 10, 20]);
    expect(await listAlerts(db, 10)).toMatchObject([
      { kind: "slash", state: "delivered", attempts: 4, answer: "status 204" },
    ]);
  });

  it("is given up after 16 attempts, or at once when the endpoint says that it is gone", async () => {
    const failing = await receiver(() => 500);
    const gone = await receiver(() => 410);
    const context = contextOf(failing.url, gone.url);
    await look(context);
    await slash("02");
    for (let times = 0; times < 20; times++) {
      await look(context);
      await makeDue();
    }
    expect([failing.received.length, gone.received.length]).toEqual([16, 1]);
    const states = await db.selectFrom("nektar.alert_delivery").select("state").execute();
    expect(states).toEqual([{ state: "given up" }, { state: "given up" }]);
  });

  it("is posted once although five processes find and deliver it at once", async () => {
    const { received, url } = await receiver();
    const context = contextOf(url);
    await look(context);
    for (const name of ["02", "03", "04"]) await slash(name);
    for (let round = 0; round < 4; round++) await Promise.all([1, 2, 3, 4, 5].map(() => look(context)));
    expect(received).toHaveLength(3);
    expect(new Set(received.map(idOf)).size).toBe(3);
  });

  it("reaches the other endpoints at once while one never answers", async () => {
    const dead = await receiver(() => undefined);
    const alive = await receiver();
    const context = contextOf(dead.url, alive.url);
    await look(context);
    for (let number = 10; number < 30; number++) await slash(String(number));
    const begun = Date.now();
    const hanging: Promise<unknown>[] = [];
    while (alive.received.length < 20) {
      const due = await alertsJob.unfinished(context);
      const names = due.map(({ payload }) => payload.endpoint);
      expect(names.filter((name) => name === endpointOf(dead.url).name).length).toBeLessThanOrEqual(2);
      const runs = due.map(({ payload }) => alertsJob.run(context, payload));
      hanging.push(...runs);
      await Promise.race([Promise.all(runs), new Promise((resolve) => setTimeout(resolve, 100))]);
    }
    // Ten of the dead one's time limits one after another would be 50 s.
    expect(Date.now() - begun).toBeLessThan(10_000);
    dead.close();
    await Promise.all(hanging);
  });

  it("is posted again, under the same id, by the next process when one is killed before it noted the answer", async () => {
    const { received, url } = await receiver();
    const context = contextOf(url);
    await look(context);
    await slash("02");
    const script = fileURLToPath(new URL("./testing/deliverAll.ts", import.meta.url));
    const { child, output } = startProcess(process.execPath, ["--import", "tsx", script], {
      env: {
        ...process.env,
        ...{ NEKTAR_TEST_CRASH_AT: "alert.sent", TEST_DATABASE: database.url },
        ...{ TEST_ENDPOINT: url, TEST_SECRET: secret },
      },
    });
    await once(child, "exit");
    expect(child.signalCode, output()).toBe("SIGKILL");
    expect(received).toHaveLength(1);
    await makeDue();
    for (let times = 0; times < 3; times++) await look(context);
    expect(received).toHaveLength(2);
    expect(new Set(received.map(idOf)).size).toBe(1);
  });
});

describe("nektar alerts", () => {
  const run = (args: readonly string[], env: Record<string, string>) =>
    new Promise<{ failed: boolean; output: string }>((resolve) => {
      const options = { env: { PATH: process.env.PATH ?? "", ...env } };
      const command = ["--import", "tsx", "scripts/nektar.ts", "alerts", ...args];
      execFile(process.execPath, command, options, (error, stdout, stderr) =>
        resolve({ failed: error !== null, output: stdout + stderr }),
      );
    });

  it("test posts a signed test and says what each endpoint answers, without the secret or an endpoint's path", async () => {
    const good = await receiver();
    const bad = await receiver(() => 503);
    const env = { ALERT_WEBHOOK_SECRET: secret };
    const tested = await run(["test"], { ...env, ALERT_WEBHOOKS: good.url });
    expect(tested).toMatchObject({ failed: false });
    const [first] = good.received;
    expect(first && verify(secret, first.headers, first.body)).toBe(true);
    const both = await run(["test"], { ...env, ALERT_WEBHOOKS: `${good.url},${bad.url}` });
    expect(both.failed).toBe(true);
    expect(both.output).toMatch(/^delivered .*: status 200\nfailed .*: status 503$/m);
    const unsigned = await run(["test"], { ALERT_WEBHOOKS: good.url });
    expect(unsigned.output).toContain("ALERT_WEBHOOK_SECRET");
    const weak = await run(["test"], { ALERT_WEBHOOKS: good.url, ALERT_WEBHOOK_SECRET: "whsec_AAAA" });
    expect(weak.output).toContain("24 to 64 bytes");
    for (const { output } of [tested, both, unsigned, weak])
      expect(output).not.toMatch(new RegExp(`pathisasecret|${secret.slice(6, 20)}`));
  }, 60_000);
});
