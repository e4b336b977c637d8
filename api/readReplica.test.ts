import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type Database } from "../lib/database/createDatabase.ts";
import { createTestDatabase, type TestDatabase } from "../test/support/testDatabase.ts";
import { waitFor } from "../test/support/waitFor.ts";
import { fillDatabase, setPosition } from "./testing/fillDatabase.ts";
import { signResponse } from "./testing/identities.ts";
import { startTestApi, type TestApi } from "./testing/startTestApi.ts";
import { finalised, genesis, indexed, operators, taskCount, taskRow } from "./testing/world.ts";

const behind = { number: 550n, timestamp: genesis + 5_500n };
const databases: TestDatabase[] = [];
const open: Database[] = [];
let [primary, replica]: Database[] = [];
let api: TestApi;

/** The small world in a database of its own. */
async function filled(): Promise<{ url: string; db: Database; name: string }> {
  const database = await createTestDatabase();
  databases.push(database);
  const db = createDatabase({ connectionString: database.url, applicationName: "test" });
  open.push(db);
  await fillDatabase(db);
  return { url: database.url, db, name: new URL(database.url).pathname.slice(1) };
}

let replicaName = "";

beforeAll(async () => {
  const [first, second] = [await filled(), await filled()];
  [primary, replica] = [first.db, second.db];
  replicaName = second.name;
  await second.db
    .updateTable("indexer.operator")
    .set({ metadata_uri: "of the replica" })
    .where("address", "=", operators[0])
    .execute();
  await setPosition(second.db, behind, finalised);
  // As a replica does, it refuses every write from here on.
  await sql`alter database ${sql.id(replicaName)} set default_transaction_read_only = on`.execute(first.db);
  api = await startTestApi(first.url, {
    readUrl: second.url,
    edge: { maxLagBlocks: 12 },
    head: () => ({ number: indexed.number + 2n, timestamp: 0n }),
  });
});
afterAll(async () => {
  await api?.close();
  for (const db of open) await db.destroy();
  for (const database of databases) await database.drop();
});

const metadataOf = () => api.ask(`{ operator(address: "${operators[0]}") { metadataUri } }`);
const ready = async () => {
  const response = await fetch(`${api.url}/ready`);
  return [response.status, await response.json()] as const;
};

describe("with a database to read from", () => {
  it("queries are answered from it, and say as of which of its blocks", async () => {
    expect(await metadataOf()).toEqual({ data: { operator: { metadataUri: "of the replica" } }, errors: [] });
    const response = await fetch(`${api.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ _meta { indexed { number } lag } }" }),
    });
    expect(response.headers.get("x-nektar-block")).toBe("550");
    expect(await response.json()).toEqual({ data: { _meta: { indexed: { number: "550" }, lag: 12 } } });
  });

  it("signed responses are written to the other, and answered from there", async () => {
    const { id: taskId, reference_block: referenceBlock } = taskRow(taskCount - 1);
    const [operator] = operators;
    const response = "0x1234";
    const signature = signResponse({ task: taskId, operator, response, referenceBlock });
    const { data, errors } = await api.ask(
      `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) {
        ... on ResponseAccepted { duplicate response { response operator { metadataUri } } } } }`,
      { input: { taskId, operator, response, signature } },
    );
    expect(errors).toEqual([]);
    const metadataUri = expect.not.stringMatching("of the replica");
    expect(data).toEqual({
      submitResponse: { duplicate: false, response: { response, operator: { metadataUri } } },
    });
    const stored = (db: Database | undefined) =>
      db?.selectFrom("nektar.response").select("response").where("task_id", "=", taskId).execute();
    expect(await stored(primary)).toEqual([{ response }]);
    expect(await stored(replica)).toEqual([]);
  });

  it("is not ready while that one is further behind the chain than it may be", async () => {
    expect(await ready()).toMatchObject([200, { ready: true, indexedBlock: "550", lag: 12 }]);
    const further = { ...behind, number: 549n };
    const write = sql`set default_transaction_read_only = off`;
    await replica?.connection().execute(async (connection) => {
      await write.execute(connection);
      await setPosition(connection, further, finalised);
    });
    expect(await ready()).toMatchObject([503, { ready: false, indexedBlock: "549", lag: 13 }]);
    // Old answers are answers, all the same.
    expect((await metadataOf()).errors).toEqual([]);
  });

  it("that is gone fails queries and readiness, in words of ours, and serves again when it is back", async () => {
    const allow = (yes: boolean) =>
      sql.raw(`alter database "${replicaName}" allow_connections ${yes}`).execute(primary as Database);
    await allow(false);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${replicaName}`.execute(
      primary as Database,
    );
    const [status, body] = await ready();
    expect([status, body]).toMatchObject([503, { ready: false, reason: "the database does not answer" }]);
    const { data, errors } = await metadataOf();
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).not.toMatch(/nektar_test|connect|database "/);
    expect((await fetch(`${api.url}/health`)).status).toBe(200);
    await allow(true);
    await waitFor("the replica's answers", async () => (await metadataOf()).errors.length === 0);
    expect(await metadataOf()).toMatchObject({ data: { operator: { metadataUri: "of the replica" } } });
  });
});
