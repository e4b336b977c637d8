import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";

const api = useFilledApi({ cacheBytes: 1_000_000, stateMaxAgeMs: 2_000 });

const query = "query Open($first: Int) { tasks(first: $first) { nodes { taskId status } } }";
type Sent = { status: number; etag: string | null; type: string | null; body: string };

/** `path` with a `?` goes through Yoga. */
async function post(path: "/graphql" | "/graphql?by=yoga", text: string, headers = {}): Promise<Sent> {
  const response = await fetch(`${api.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query: text, variables: { first: 3 } }),
  });
  const { headers: given, status } = response;
  return { status, etag: given.get("etag"), type: given.get("content-type"), body: await response.text() };
}

async function rowChanges(): Promise<void> {
  await sql`update indexer.asset set symbol = symbol`.execute(api.db);
  await sql`update indexer._ponder_checkpoint set latest_checkpoint = latest_checkpoint`.execute(api.db);
  await sql`select pg_notify('indexer_live_query', '[]')`.execute(api.db);
}

describe("an answer that a client has", () => {
  it("is 304 without a body, by GET and POST, in both lanes alike, until something changes", async () => {
    const [byYoga, byLane] = [await post("/graphql?by=yoga", query), await post("/graphql", query)];
    expect(byLane).toEqual(byYoga);
    expect(byLane.etag).toMatch(/^"[\w-]+"$/);
    const known = { "if-none-match": byLane.etag };
    const nothing = { status: 304, etag: byLane.etag, type: null, body: "" };
    expect(await post("/graphql?by=yoga", query, known)).toEqual(nothing);
    expect(await post("/graphql", query, known)).toEqual(nothing);
    expect(await post("/graphql", query, { "if-none-match": '"another"' })).toEqual(byLane);
    const byGet = await fetch(`${api.url}/graphql?query=${encodeURIComponent(query)}&variables={"first":3}`, {
      headers: { ...known, "x-nektar-csrf": "1" } as Record<string, string>,
    });
    expect([byGet.status, await byGet.text()]).toEqual([304, ""]);
  });

  it("costs no SQL while nothing changes, and is made anew after a change", async () => {
    await post("/graphql", query);
    const before = api.statements();
    for (let count = 0; count < 100; count++) expect((await post("/graphql", query)).status).toBe(200);
    await Promise.all(Array.from({ length: 50 }, () => post("/graphql?by=yoga", query)));
    expect(api.statements() - before).toBe(0);
    await rowChanges();
    const found = () => post("/graphql", query).then(() => api.statements() - before);
    await expect.poll(found, { timeout: 5_000 }).toBeGreaterThan(0);
    // A change is told, and seen by the look that follows: both count.
    await sleep(1_000);
    const settled = await found();
    expect(settled).toBeLessThanOrEqual(3);
    for (let count = 0; count < 20; count++) expect(await found()).toBe(settled);
  });

  it("has other values, another text or another variable: another answer", async () => {
    const other = "query Open($first: Int) { tasks(first: $first) { nodes { taskId } } }";
    const [first, second] = [await post("/graphql", query), await post("/graphql", other)];
    expect(second.etag).not.toBe(first.etag);
    const { nodes } = await api.read<{ nodes: unknown[] }>(query, { first: 1 });
    expect(nodes).toHaveLength(1);
  });

  it("has no validator where more than rows makes it, or where it has errors", async () => {
    for (const text of [
      "query ($first: Int) { _meta { lag } tasks(first: $first) { totalCount } }",
      "query ($first: Int) { tasks(first: $first, last: 1) { totalCount } }",
      "query ($first: Int) { tasks(first: $first) { nodes { response { transaction { finality } } } } }",
    ])
      expect((await post("/graphql", text)).etag).toBeNull();
  });

  it("from a table of ours is made anew once a row of it has changed", async () => {
    const text = "query ($first: Int) { rewardEpochs(first: $first) { nodes { epoch status } } }";
    await post("/graphql", text);
    const before = api.statements();
    await post("/graphql", text);
    expect(api.statements() - before).toBe(0);
    await sql`update nektar.reward_epoch set epoch = epoch`.execute(api.db);
    await expect.poll(() => post("/graphql", text).then(() => api.statements() - before)).toBe(1);
  });
});
