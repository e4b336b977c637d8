import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "graphql-sse";
import { sql } from "kysely";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { waitFor } from "../../test/support/waitFor.ts";
import type { BlockHeader } from "../meta/headerReader.ts";
import { indexBlock, rollBack } from "../testing/happen.ts";
import { hashOf } from "../testing/identities.ts";
import { openSse } from "../testing/sseClient.ts";
import { startTestApi } from "../testing/startTestApi.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { networks, operators, origin } from "../testing/world.ts";

/** Blocks whose hash is another one, since a reorganisation. */
const forked = new Set<bigint>();

const headerOf = (number: bigint): BlockHeader => {
  const hash = (block: bigint) => hashOf(`block ${block} ${forked.has(block) ? "other" : ""}`);
  return { number, hash: hash(number), parentHash: hash(number - 1n), timestamp: origin(number).created_at };
};
const options = {
  stateMaxAgeMs: 300,
  edge: { subscriptionLimits: { total: 8, perClient: 6 } },
  readHeader: async (number: bigint) => headerOf(number),
};

const api = useFilledApi(options);

beforeEach(async () => {
  await rollBack(api.db, 561n);
  await indexBlock(api.db, 560n);
});

type TaskUpdate = {
  kind: string;
  cursor: string;
  block: string;
  taskId: string | null;
  step: string | null;
  task: { status: string; participants: unknown[] } | null;
};
const tasksQuery = `subscription ($operator: Address, $after: String) { tasks(operator: $operator, after: $after) {
  kind cursor block taskId step task { status participants { operator { address } } } } }`;

async function subscribe<Update = TaskUpdate>(
  query: string,
  variables: Record<string, unknown> = {},
  of = api,
) {
  const client = await openSse(of.url, query, variables);
  onTestFinished(() => client.close());
  const updates = () =>
    client.received.map(
      (payload) => Object.values((payload as { data: Record<string, Update> }).data)[0] as Update,
    );
  const receive = (count: number) =>
    waitFor(
      `${count} updates, not ${client.received.length}`,
      () => client.received.length >= count && updates(),
    );
  // The answer's head comes before the subscription stands; the first heartbeat after.
  await waitFor("the stream", () => client.beats() > 0 || client.received.length > 0);
  await sleep(50);
  return { ...client, updates, receive };
}

const told = (updates: readonly TaskUpdate[]) =>
  updates.map(({ kind, block, taskId }) => [kind, block, taskId]);
const task = (number: number) => hashOf(`task ${number}`);

describe("tasks", () => {
  it("are told as they are indexed, with all that a query has of them, to those alone whom they concern", async () => {
    const [everyone, one, other] = [
      await subscribe(tasksQuery),
      await subscribe(tasksQuery, { operator: operators[1] }),
      await subscribe("subscription ($network: Address) { tasks(network: $network) { taskId } }", {
        network: networks[1],
      }),
    ];
    await indexBlock(api.db, 561n, [100, 101]);
    const updates = await everyone.receive(2);
    expect(told(updates)).toEqual([
      ["ADDED", "561", task(100)],
      ["ADDED", "561", task(101)],
    ]);
    expect(updates[1]).toMatchObject({ step: "CREATED", task: { status: "OPEN" } });
    expect(updates[1]?.task?.participants).toHaveLength(2);
    expect(told(await one.receive(1))).toEqual([["ADDED", "561", task(101)]]);
    expect(other.received).toEqual([]);
  });

  it("that a reorganisation took back are retracted, and those that came instead told", async () => {
    const client = await subscribe(tasksQuery);
    await indexBlock(api.db, 561n, [100]);
    await indexBlock(api.db, 562n, [101]);
    const before = await client.receive(2);
    await rollBack(api.db, 562n);
    const after = await client.receive(3);
    expect(after[2]).toEqual({ ...before[1], kind: "RETRACTED", task: null });
    await indexBlock(api.db, 562n, [102]);
    expect(told(await client.receive(4))[3]).toEqual(["ADDED", "562", task(102)]);
  });

  it("go on after a cursor with nothing missed and nothing twice", async () => {
    const first = await subscribe(tasksQuery);
    await indexBlock(api.db, 561n, [100, 101]);
    const [, last] = await first.receive(2);
    first.close();
    await indexBlock(api.db, 562n, [102]);
    const second = await subscribe(tasksQuery, { after: last?.cursor });
    await indexBlock(api.db, 563n, [103]);
    expect(told(await second.receive(2))).toEqual([
      ["ADDED", "562", task(102)],
      ["ADDED", "563", task(103)],
    ]);
  });

  it("say first that what a cursor stands on is gone, and then what holds", async () => {
    const first = await subscribe(tasksQuery);
    await indexBlock(api.db, 561n, [100]);
    await indexBlock(api.db, 562n, [101]);
    const [, last] = await first.receive(2);
    first.close();
    await rollBack(api.db, 562n);
    await indexBlock(api.db, 562n, [102]);
    const second = await subscribe(tasksQuery, { after: last?.cursor });
    const updates = await second.receive(3);
    expect(told(updates)).toEqual([
      // Everything above the last final block, as it was when the cursor was made.
      ["REWOUND", "411", null],
      ["ADDED", "561", task(100)],
      ["ADDED", "562", task(102)],
    ]);
    expect(updates[0]?.cursor).toBe(last?.cursor);
  });

  it("refuse a cursor that is none", async () => {
    for (const after of ["garbage", "\u0000", ""]) {
      const client = await subscribe(tasksQuery, { after });
      await waitFor("the refusal", () => client.received.length > 0);
      expect(client.received[0]).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
    }
  });
});

describe("blocks", () => {
  const query =
    "subscription ($after: String) { blocks(after: $after) { kind cursor block hash timestamp } }";
  type BlockUpdate = { kind: string; cursor: string; block: string; hash: string };

  it("are told with their hashes, retracted newest first, and resumed", async () => {
    const client = await subscribe<BlockUpdate>(query);
    await indexBlock(api.db, 561n);
    await indexBlock(api.db, 562n);
    const seen = (updates: BlockUpdate[]) => updates.map(({ kind, block, hash }) => [kind, block, hash]);
    const first = await client.receive(2);
    expect(seen(first)).toEqual([
      ["ADDED", "561", headerOf(561n).hash],
      ["ADDED", "562", headerOf(562n).hash],
    ]);
    const old = [headerOf(562n).hash, headerOf(561n).hash];
    for (const block of [561n, 562n, 563n]) forked.add(block);
    await rollBack(api.db, 561n);
    await indexBlock(api.db, 563n);
    expect(seen((await client.receive(7)).slice(2))).toEqual([
      ["RETRACTED", "562", old[0]],
      ["RETRACTED", "561", old[1]],
      ["ADDED", "561", headerOf(561n).hash],
      ["ADDED", "562", headerOf(562n).hash],
      ["ADDED", "563", headerOf(563n).hash],
    ]);
    const holds = await subscribe<BlockUpdate>(query, { after: client.updates()[5]?.cursor });
    expect(seen(await holds.receive(1))).toEqual([["ADDED", "563", headerOf(563n).hash]]);
    const gone = await subscribe<BlockUpdate>(query, { after: first[1]?.cursor });
    expect((await gone.receive(2))[0]).toMatchObject({ kind: "REWOUND", block: "411", hash: null });
  });
});

describe("slashes and epochs", () => {
  it("are told too", async () => {
    const slashes = await subscribe<{ slash: { operator: unknown } }>(
      "subscription { slashes { kind slashId slash { operator { address } } } }",
    );
    const epochs = await subscribe<{ kind: string; status: string; cursor: string }>(
      "subscription { epochs { kind cursor status epoch { epoch status } } }",
    );
    const [row] = await api.db.selectFrom("indexer.slash").selectAll().limit(1).execute();
    if (row === undefined) throw new Error("The world has no slash.");
    const id = hashOf("another slash");
    await api.db
      .insertInto("indexer.slash")
      .values({ ...row, ...origin(561n), id })
      .execute();
    await indexBlock(api.db, 561n);
    expect((await slashes.receive(1))[0]).toMatchObject({
      kind: "ADDED",
      slashId: id,
      slash: { operator: {} },
    });
    // The calculation of epoch 3 is begun anew, which a row of ours alone tells.
    await api.db
      .updateTable("nektar.reward_epoch")
      .set({ state: "calculating" })
      .where("epoch", "=", 3n)
      .execute();
    const updates = await epochs.receive(2);
    expect(updates.map(({ kind, status }) => [kind, status])).toEqual([
      ["RETRACTED", "CALCULATED"],
      ["ADDED", "CALCULATING"],
    ]);
    await api.db
      .updateTable("nektar.reward_epoch")
      .set({ state: "calculated" })
      .where("epoch", "=", 3n)
      .execute();
    await epochs.receive(3);
    const resumed = await subscribe<{ status: string }>(
      "subscription ($after: String) { epochs(after: $after) { status } }",
      { after: updates[1]?.cursor },
    );
    expect(await resumed.receive(1)).toEqual([{ status: "CALCULATED" }]);
    await api.db.deleteFrom("indexer.slash").where("id", "=", id).execute();
  });
});

describe("the stream", () => {
  it("is one that a usual client of server-sent events reads", async () => {
    const client = createClient({ url: `${api.url}/graphql`, retryAttempts: 0 });
    const updates = client.iterate<{ tasks: { taskId: string } }>({
      query: "subscription { tasks { taskId } }",
    });
    const next = updates.next();
    await waitFor("the subscription", async () => (await subscribers()) === 1);
    await sleep(50);
    await indexBlock(api.db, 561n, [100]);
    expect((await next).value?.data?.tasks.taskId).toBe(task(100));
    await updates.return?.();
    client.dispose();
    await waitFor("its end", async () => (await subscribers()) === 0);
  });

  it("beats while nothing happens, and ends for the server when its client goes", async () => {
    const client = await subscribe(tasksQuery);
    expect(client.headers["content-type"]).toContain("text/event-stream");
    await waitFor("heartbeats", () => client.beats() > 2);
    expect(await subscribers()).toBe(1);
    client.close();
    await waitFor("its end", async () => (await subscribers()) === 0);
  });

  it("costs one reading a look for all subscribers, and one execution for equal ones", async () => {
    const clients = await Promise.all(Array.from({ length: 5 }, () => subscribe(tasksQuery)));
    await sleep(300);
    const before = api.statements();
    await indexBlock(api.db, 561n, [100]);
    for (const client of clients) await client.receive(1);
    await sleep(300);
    // The window, read once or, when the look after the message finds the block's own change, twice; task; participants;
    // operators.
    expect(api.statements() - before).toBeLessThanOrEqual(5);
  });

  it("is refused above the limits, of a client and of all", async () => {
    const clients = [];
    for (let count = 0; count < 6; count++) clients.push(await subscribe(tasksQuery));
    const refused = await subscribe(tasksQuery);
    await waitFor("the refusal", () => refused.received.length > 0);
    expect(refused.received[0]).toMatchObject({
      errors: [{ extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } }],
    });
    clients[0]?.close();
    await waitFor("its end", async () => (await subscribers()) === 5);
    const admitted = await subscribe(tasksQuery);
    expect(admitted.received).toEqual([]);
  });

  it("is cut off when it is not read, while others go on", async () => {
    const many = Array.from({ length: 15 }, (_, index) => `p${index}: payload`).join(" ");
    const [slow, quick] = [
      await subscribe(`subscription { tasks { task { ${many} } } }`),
      await subscribe("subscription { tasks { taskId } }"),
    ];
    slow.pause();
    let block = 561n;
    for (let number = 100; number < 600; block++) {
      const tasks = Array.from({ length: 100 }, () => number++);
      await indexBlock(api.db, block, tasks, `0x${"ab".repeat(4_000)}`);
      await quick.receive(number - 100);
    }
    await waitFor("the slow one's end", async () => (await subscribers()) === 1);
    expect(quick.received).toHaveLength(500);
  });

  it("ends with a word when the server stops, and at once", async () => {
    const other = await startTestApi(api.databaseUrl, options);
    const client = await subscribe(tasksQuery, {}, other);
    const startedAt = performance.now();
    await other.close();
    await waitFor("its end", () => client.ended());
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    expect(client.received).toMatchObject([{ errors: [{ extensions: { code: "SUBSCRIPTION_STOPPED" } }] }]);
  });

  it("says that there is nothing to tell from while the indexer has no tables", async () => {
    await sql`alter schema indexer rename to indexer_away`.execute(api.db);
    try {
      await sleep(400);
      const client = await openSse(api.url, tasksQuery);
      await waitFor("the refusal", () => client.received.length > 0);
      expect(client.received[0]).toMatchObject({ errors: [{ extensions: { code: "INDEXER_NOT_READY" } }] });
      client.close();
    } finally {
      await sql`alter schema indexer_away rename to indexer`.execute(api.db);
    }
  });
});

async function subscribers(): Promise<number> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  return Number(/^nektar_api_subscribers\{topic="tasks"\} (\d+)/m.exec(text)?.[1]);
}
