import { type Address, type Hex, zeroAddress } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDatabase, type Database } from "../lib/database/createDatabase.ts";
import type { PauseGroup } from "../lib/database/indexerTables.ts";
import { migrate } from "../lib/database/migrate.ts";
import { createIndexerTables, setProgress } from "../test/support/createIndexerTables.ts";
import { insertParticipation } from "../test/support/insertParticipation.ts";
import { createTestDatabase, type TestDatabase } from "../test/support/testDatabase.ts";
import { listAnswerable } from "./aggregate/queries.ts";
import { listExpirable, listFinalizable } from "./close/queries.ts";
import { taskRow } from "./testing/taskRow.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase({ connectionString: database.url, applicationName: "test" });
  await migrate(db);
  await createIndexerTables(db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const id: Hex = `0x${"01".repeat(32)}`;
const operators = ["a", "b", "c"].map((digit) => `0x${digit.repeat(40)}` as Address);
const longAgo = new Date(Date.now() - 3_600_000);

beforeEach(async () => {
  for (const table of [
    "indexer.task",
    "indexer.assignment",
    "nektar.response",
    "nektar.transaction",
    "indexer.pause",
  ] as const)
    await db.deleteFrom(table).execute();
  await setProgress(db, { latest: [500n, 20n], finalized: [400n, 15n] });
});

async function addTask(facts: Parameters<typeof taskRow>[0]): Promise<void> {
  await db.insertInto("indexer.task").values(taskRow(facts)).execute();
  const parts = operators.map((operator) => ({
    task_id: facts.id,
    operator,
    network: zeroAddress,
    weight: 100n,
    signed: null,
  }));
  await insertParticipation(db, parts);
}

async function addResponse(
  operator: number,
  response_hash: Hex = "0x01",
  received_at = new Date(),
): Promise<void> {
  const facts = { task_id: id, operator: operators[operator] ?? zeroAddress, response_hash, received_at };
  await db
    .insertInto("nektar.response")
    .values({ ...facts, response: "0x", signature: "0x", reference_block: 10n })
    .execute();
}

async function addIntent(purpose: string, state: "pending" | "mined" | "final" | "failed"): Promise<void> {
  const transaction = {
    to: zeroAddress,
    data: "0x",
    hash: "0x",
    raw: "0x",
    block: null,
    error: null,
  } as const;
  await db
    .insertInto("nektar.transaction")
    .values({ purpose, sender: zeroAddress, nonce: 1, state, ...transaction })
    .execute();
}

describe("tasks that can be answered", () => {
  it("are those whose quorum is reached by one response, after the grace", async () => {
    await addTask({ id });
    await addResponse(0, "0x01", longAgo);
    expect(await listAnswerable(db, 2_000)).toEqual([]);
    await addResponse(1, "0x02", longAgo);
    expect(await listAnswerable(db, 2_000)).toEqual([]);
    await addResponse(1, "0x01", longAgo);
    expect(await listAnswerable(db, 2_000)).toEqual([]); // 200 of 300 are less than 66.67 %
    await db.updateTable("indexer.task").set({ quorum_bps: 6_666 }).execute();
    expect(await listAnswerable(db, 2_000)).toEqual([id]);
  });

  it("wait for late signers from the moment of the quorum, yet not when all have signed", async () => {
    await addTask({ id, quorum_bps: 6_666 });
    await addResponse(0, "0x01", longAgo);
    await addResponse(1, "0x01");
    expect(await listAnswerable(db, 60_000)).toEqual([]);
    await addResponse(2, "0x01");
    expect(await listAnswerable(db, 60_000)).toEqual([id]);
  });

  it("do not wait near the deadline, and are none after it", async () => {
    await addTask({ id, quorum_bps: 5_000, deadline: 510n });
    await addResponse(0);
    await addResponse(1);
    expect(await listAnswerable(db, 60_000)).toEqual([id]);
    await setProgress(db, { latest: [511n, 21n], finalized: [400n, 15n] });
    expect(await listAnswerable(db, 60_000)).toEqual([]);
  });

  it("do not count whoever was not assigned", async () => {
    await addTask({ id, quorum_bps: 5_000 });
    await db
      .deleteFrom("indexer.assignment")
      .where("operator", "=", operators[0] ?? zeroAddress)
      .execute();
    await addResponse(0, "0x01", longAgo);
    await addResponse(1, "0x01", longAgo);
    expect(await listAnswerable(db, 0)).toEqual([]);
  });

  it.each([
    ["pending", 0],
    ["mined", 0],
    ["final", 0],
    ["failed", 1],
  ] as const)("with a %s intent are listed %i times", async (state, count) => {
    await addTask({ id });
    for (const operator of [0, 1, 2]) await addResponse(operator);
    await addIntent(`respond:${id}`, state);
    expect(await listAnswerable(db, 0)).toHaveLength(count);
  });
});

describe("while functions are paused", () => {
  const setPause = (group: PauseGroup, paused: boolean) =>
    db
      .insertInto("indexer.pause")
      .values({
        ...{ group, paused, account: zeroAddress, since_block: 1n, since_timestamp: 1n },
        ...{ created_block: 1n, created_at: 1n, created_tx: "0x" },
      })
      .execute();

  it.each([
    ["TASKS", { answerable: 0, finalizable: 0 }],
    ["SLASHING", { answerable: 1, finalizable: 0 }],
    ["CLAIMS", { answerable: 1, finalizable: 1 }],
  ] as const)("%s: what needs them waits, tasks expire all the same", async (group, expected) => {
    const [unanswered, answered] = [`0x${"02".repeat(32)}`, `0x${"03".repeat(32)}`] as const;
    await addTask({ id });
    for (const operator of [0, 1, 2]) await addResponse(operator);
    await addTask({ id: unanswered, deadline: 499n });
    await addTask({ id: answered, status: "RESPONDED", challenge_deadline: 499n });
    await setPause(group, true);
    expect(await listAnswerable(db, 0)).toHaveLength(expected.answerable);
    expect(await listFinalizable(db)).toHaveLength(expected.finalizable);
    expect(await listExpirable(db)).toEqual([unanswered]);
    await db.updateTable("indexer.pause").set({ paused: false }).execute();
    expect(await listAnswerable(db, 0)).toEqual([id]);
    expect(await listFinalizable(db)).toEqual([answered]);
  });
});

describe("tasks to close", () => {
  it("expire after their deadline by block time, not at it", async () => {
    await addTask({ id, deadline: 500n });
    expect(await listExpirable(db)).toEqual([]);
    await setProgress(db, { latest: [501n, 21n], finalized: [400n, 15n] });
    expect(await listExpirable(db)).toEqual([id]);
    await addIntent(`expire:${id}`, "pending");
    expect(await listExpirable(db)).toEqual([]);
  });

  it("become final after their challenge window by block time, not at its end", async () => {
    await addTask({ id, status: "RESPONDED", challenge_deadline: 500n });
    expect(await listFinalizable(db)).toEqual([]);
    await setProgress(db, { latest: [501n, 21n], finalized: [400n, 15n] });
    expect(await listFinalizable(db)).toEqual([id]);
    expect(await listExpirable(db)).toEqual([]);
    await addIntent(`finalize:${id}`, "final");
    expect(await listFinalizable(db)).toEqual([]);
  });

  it.each(["OPEN", "CHALLENGED", "REJECTED", "FINAL", "EXPIRED"] as const)(
    "do not become final while they are %s, however late",
    async (status) => {
      await addTask({ id, status, challenge_deadline: 400n });
      expect(await listFinalizable(db)).toEqual([]);
    },
  );

  it("become final when their challenge failed or was dismissed, at once if the window is over by then", async () => {
    await addTask({ id, status: "CHALLENGED", challenge_deadline: 499n });
    const decided = async (challenge_deadline: bigint) => {
      await db.updateTable("indexer.task").set({ status: "RESPONDED", challenge_deadline }).execute();
      return listFinalizable(db);
    };
    expect(await decided(500n)).toEqual([]);
    expect(await decided(499n)).toEqual([id]);
    // An intent that the challenge made fail.
    await addIntent(`finalize:${id}`, "failed");
    expect(await listFinalizable(db)).toEqual([id]);
  });
});
