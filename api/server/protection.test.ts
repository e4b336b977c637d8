import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { waitFor } from "../../test/support/waitFor.ts";
import { startTestApi } from "../testing/startTestApi.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { indexed } from "../testing/world.ts";

const api = useFilledApi({ corsOrigins: ["https://app.example"] });

const json = { "content-type": "application/json" };
const send = (query: string, init: RequestInit = {}, url = api.url) =>
  fetch(`${url}/graphql`, { method: "POST", headers: json, body: JSON.stringify({ query }), ...init });

/** Replaces a table by one that takes `seconds` to read; undone at the test's end. */
async function slowDown(table: "asset" | "operator", seconds: number): Promise<void> {
  await sql.raw(`alter table indexer.${table} rename to ${table}_fast`).execute(api.db);
  await sql
    .raw(`create view indexer.${table} as select t.* from indexer.${table}_fast t, pg_sleep(${seconds})`)
    .execute(api.db);
  onTestFinished(async () => {
    await sql
      .raw(`drop view indexer.${table}; alter table indexer.${table}_fast rename to ${table}`)
      .execute(api.db);
  });
}

describe("every answer", () => {
  it("names the block that it is as of, and the request", async () => {
    for (const query of ["{ _meta { lag } }", "{ nonsense }", "{{{"]) {
      const { headers } = await send(query);
      expect(headers.get("x-nektar-block")).toBe(indexed.number.toString());
      expect(headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
    }
  });

  it("keeps a request's own id, unless it is something else", async () => {
    const idOf = async (id: string) =>
      (await send("{ __typename }", { headers: { ...json, "x-request-id": id } })).headers.get(
        "x-request-id",
      );
    expect(await idOf("balancer-1234")).toBe("balancer-1234");
    expect(await idOf('"; drop table')).not.toContain("drop");
  });
});

describe("other sites", () => {
  const originOf = async (origin: string) =>
    (await send("{ __typename }", { headers: { ...json, origin } })).headers.get(
      "access-control-allow-origin",
    );

  it("may read answers when their origin is configured, and never with credentials", async () => {
    expect(await originOf("https://app.example")).toBe("https://app.example");
    expect(await originOf("https://evil.example")).not.toBe("https://evil.example");
    const preflight = await fetch(`${api.url}/graphql`, {
      method: "OPTIONS",
      headers: { origin: "https://app.example", "access-control-request-method": "POST" },
    });
    expect(preflight.headers.get("access-control-allow-credentials")).not.toBe("true");
  });

  it("cannot send a mutation by GET, also with the header", async () => {
    const mutation = encodeURIComponent(
      `mutation { submitResponse(input: {taskId: "0x12", operator: "0x${"00".repeat(20)}", response: "0x", signature: "0x"}) { __typename } }`,
    );
    const response = await fetch(`${api.url}/graphql?query=${mutation}`, {
      headers: { "x-nektar-csrf": "1" },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  });

  it("may send a query by GET with the header", async () => {
    const response = await fetch(`${api.url}/graphql?query={__typename}`, {
      headers: { "x-nektar-csrf": "1" },
    });
    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
  });
});

describe("an answer that would grow without end", () => {
  it("is stopped by its size when its text does not tell: page sizes in variables, lists inside lists", async () => {
    const query = `query ($n: Int) { tasks(first: $n) { nodes { participants { operator { tasks(first: $n) { nodes {
      participants { operator { tasks(first: $n) { nodes { taskId } } } } } } } } } } }`;
    const before = api.statements();
    const { data, errors } = await api.ask(query, { n: 100 });
    expect(data ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["QUERY_TOO_LARGE"]);
    // Refused before its statement.
    expect(api.statements() - before).toBe(0);
    expect((await api.ask(query, { n: 2 })).errors).toEqual([]);
  });

  it("is refused as introspection of introspection", async () => {
    const fields = (levels: number): string =>
      levels === 0 ? "name" : `fields { type { ${fields(levels - 1)} } }`;
    const { errors } = await api.ask(`{ __schema { types { ${fields(5)} } } }`);
    expect(errors.length).toBeGreaterThan(0);
  });
});

describe("a query that takes long", () => {
  it("is cut off by the statement's timeout", async () => {
    const impatient = await startTestApi(api.databaseUrl, { statementTimeoutMs: 300 });
    onTestFinished(() => impatient.close());
    await slowDown("asset", 30);
    const { errors } = await impatient.ask("{ assets { nodes { symbol } } }");
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["QUERY_TIMEOUT"]);
  });

  it("is not carried on when its client has gone", async () => {
    await slowDown("operator", 30);
    const client = new AbortController();
    const asked = send("{ operators { nodes { pools { totalAssets } memberships { weight } } } }", {
      signal: client.signal,
    });
    const running = async () => {
      const { rows } = await sql<{ count: bigint }>`select count(*) as count from pg_stat_activity
        where application_name = 'api_test' and state = 'active' and wait_event = 'PgSleep'`.execute(api.db);
      return rows[0]?.count;
    };
    await waitFor("the slow statement", async () => (await running()) === 1n);
    client.abort();
    await expect(asked).rejects.toThrow(/abort/);
    await waitFor("its end, before its timeout", async () => (await running()) === 0n, { timeoutMs: 2_000 });
    // The connection is good for the next one.
    expect((await api.ask("{ networks(first: 1) { nodes { status } } }")).errors).toEqual([]);
  });
});
