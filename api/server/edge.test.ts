import { getIntrospectionQuery } from "graphql";
import { sql } from "kysely";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { startTestApi, type TestApi, type TestApiOptions } from "../testing/startTestApi.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { indexed } from "../testing/world.ts";

const api = useFilledApi();

async function start(options: TestApiOptions): Promise<TestApi> {
  const started = await startTestApi(api.databaseUrl, options);
  onTestFinished(() => started.close());
  return started;
}

describe("paths beside /graphql", () => {
  it.each(["GET", "POST", "PUT", "DELETE"])(
    "are nothing where there is nothing, also by %s",
    async (method) => {
      for (const path of ["/nothing", "/bundles/one", "/ready/"])
        expect((await fetch(`${api.url}${path}`, { method })).status).toBe(404);
    },
  );

  it("are read only: what is there is refused for other methods, and says which are not", async () => {
    for (const path of ["/", "/health", "/ready", "/metrics", "/bundles/1"]) {
      const { status, headers } = await fetch(`${api.url}${path}`, { method: "POST", redirect: "manual" });
      expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    }
    expect((await fetch(`${api.url}/health`, { method: "HEAD" })).status).toBe(200);
  });
});

describe("/ready", () => {
  const edge = { maxLagBlocks: 100 };
  const readiness = async ({ url }: Pick<TestApi, "url">) => {
    const response = await fetch(`${url}/ready`);
    return [response.status, await response.json()] as const;
  };

  it("is no while the indexer is behind the chain by more than what is set, and the lag is a metric", async () => {
    let lag = 100n;
    const late = await start({ edge, head: () => ({ number: indexed.number + lag, timestamp: 0n }) });
    expect(await readiness(late)).toMatchObject([200, { ready: true, lag: 100 }]);
    lag = 101n;
    expect(await readiness(late)).toMatchObject([503, { ready: false, lag: 101, indexedBlock: "560" }]);
    expect(await (await fetch(`${late.url}/metrics`)).text()).toContain("nektar_api_lag_blocks 101");
    // What is there is answered all the same, and says how old it is.
    expect((await late.ask("{ _meta { lag } }")).data).toEqual({ _meta: { lag: 101 } });
  });

  it("is yes when no node says how far the chain is: the database alone is served", async () => {
    expect(await readiness(await start({ edge, head: () => null }))).toMatchObject([200, { ready: true }]);
  });

  it("is no while the indexer restores its rows", async () => {
    await sql`update indexer._ponder_meta set value = '{"is_ready": 0}'`.execute(api.db);
    try {
      expect(await readiness(api)).toMatchObject([503, { ready: false }]);
    } finally {
      await sql`update indexer._ponder_meta set value = '{"is_ready": 1}'`.execute(api.db);
    }
  });
});

describe("introspection", () => {
  it("can be switched off; queries are answered all the same", async () => {
    const silent = await start({ edge: { introspection: false } });
    for (const query of [getIntrospectionQuery(), '{ __type(name: "Task") { name } }']) {
      const { data, errors } = await silent.ask(query);
      expect([data ?? null, errors.length > 0]).toEqual([null, true]);
    }
    expect((await silent.ask("{ __typename assets { totalCount } }")).errors).toEqual([]);
  });
});

describe("the log", () => {
  it("has a failed request under the id that its client was told", async () => {
    const lines: string[] = [];
    const loud = await start({ logger: pino({}, { write: (line: string) => lines.push(line) }) });
    await sql`alter table indexer.asset rename column symbol to gone`.execute(api.db);
    try {
      const response = await fetch(`${loud.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ assets { nodes { symbol decimals } } }" }),
      });
      const id = response.headers.get("x-request-id");
      await response.text();
      expect(lines.map((line) => JSON.parse(line) as { requestId?: string })).toContainEqual(
        expect.objectContaining({
          requestId: id,
          err: expect.objectContaining({ message: expect.any(String) }),
        }),
      );
    } finally {
      await sql`alter table indexer.asset rename column gone to symbol`.execute(api.db);
    }
  });
});

describe("a URL with a query in it", () => {
  it.each([
    "",
    "?query=",
    "?query=%00",
    "?query={__typename}&variables={",
    "?query={__typename}&variables=1",
  ])("that is odd (%s) is a clear refusal", async (search) => {
    const response = await fetch(`${api.url}/graphql${search}`, {
      headers: { "x-nektar-csrf": "1", accept: "application/graphql-response+json" },
    });
    expect([response.status, (await response.json()).errors?.length]).toEqual([400, 1]);
  });
});
