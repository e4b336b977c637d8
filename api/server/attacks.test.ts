import { getIntrospectionQuery } from "graphql";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";

const api = useFilledApi();

const nested = (levels: number): string =>
  levels === 0 ? "address" : `memberships { operator { ${nested(levels - 1)} } }`;
const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(" ");
const pages = (levels: number): string =>
  levels === 0
    ? "taskId"
    : `participants { operator { tasks(first: 100) { nodes { ${pages(levels - 1)} } } } }`;

async function codesOf(query: string, variables?: Record<string, unknown>): Promise<unknown[]> {
  const { errors } = await api.ask(query, variables);
  return errors.map(({ extensions }) => extensions?.code);
}

function send(body: BodyInit, contentType: string, path = "/graphql"): Promise<Response> {
  const streamed = body instanceof ReadableStream ? { duplex: "half" as const } : {};
  return fetch(`${api.url}${path}`, {
    method: "POST",
    headers: { "content-type": contentType },
    body,
    ...streamed,
  });
}

describe("operations above the limits are refused before they run", () => {
  it.each([
    [
      "deep",
      `{ ${many(1, () => `operators(first: 1) { nodes { ${nested(7)} } }`)} }`,
      /QUERY_TOO_(DEEP|COSTLY)/,
    ],
    ["of many aliases", `{ ${many(100, (index) => `a${index}: __typename`)} }`, /TOO_MANY_ALIASES/],
    ["of many directives", `{ __typename ${many(30, () => "@skip(if: false)")} }`, /TOO_MANY_DIRECTIVES/],
    ["of many tokens", `{ ${many(5_000, () => "__typename")} }`, /TOO_MANY_TOKENS/],
    [
      "of lists in lists in lists",
      `{ tasks(first: 100) { nodes { ${pages(4)} } } }`,
      /QUERY_TOO_(COSTLY|DEEP)/,
    ],
    [
      "with a circle of fragments",
      "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
      /VALIDATION/,
    ],
  ])("%s", async (_name, query, code) => {
    const before = api.statements();
    const [found] = await codesOf(query);
    expect(found).toMatch(code);
    expect(api.statements() - before).toBe(0);
  });

  it("but introspection passes", async () => {
    expect(await codesOf(getIntrospectionQuery())).toEqual([]);
  });
});

describe("requests that are no clean operation", () => {
  it("above 100 KB are refused, also in chunks without a length, and the next one is served", async () => {
    const large = JSON.stringify({ query: `{ __typename }${" ".repeat(200_000)}` });
    expect((await send(large, "application/json")).status).toBe(413);
    const chunks = new ReadableStream({
      start(controller) {
        for (let count = 0; count < 40; count++) controller.enqueue(new Uint8Array(10_000).fill(32));
        controller.close();
      },
    });
    // The server may cut the line before the client has sent all; then there is no answer to read.
    const refused = await send(chunks, "application/json").then(
      ({ status }) => status,
      () => "cut off",
    );
    expect([413, "cut off"]).toContain(refused);
    expect((await api.ask("{ __typename }")).data).toEqual({ __typename: "Query" });
  });

  it.each(["text/plain", "application/x-www-form-urlencoded"])("of a form (%s) are refused", async (type) => {
    const body = type === "text/plain" ? JSON.stringify({ query: "{ __typename }" }) : "query={__typename}";
    expect((await send(body, type)).status).toBe(403);
  });

  it("by GET without the header, in a batch, or no JSON are refused", async () => {
    expect((await fetch(`${api.url}/graphql?query={__typename}`)).status).toBe(403);
    const batch = JSON.stringify([{ query: "{ __typename }" }, { query: "{ __typename }" }]);
    expect((await send(batch, "application/json")).status).toBe(400);
    expect((await send("{{{", "application/json")).status).toBe(400);
  });
});

describe("arguments that are garbage", () => {
  it.each([
    "{ tasks(first: -1) { totalCount nodes { taskId } } }",
    "{ tasks(first: 101) { nodes { taskId } } }",
    "{ tasks(first: 1, last: 1) { nodes { taskId } } }",
    '{ tasks(after: "\\u0000") { nodes { taskId } } }',
    '{ operator(address: "0x12") { address } }',
    '{ node(id: "garbage") { id } }',
    `{ rewardEpoch(epoch: "${"9".repeat(500)}") { epoch } }`,
    "{ rewardEpoch(epoch: -1) { epoch } }",
    '{ tasks(where: { deadline_gte: "yesterday" }) { totalCount } }',
    "{ tasks(where: { awaitingResponse: true }) { totalCount } }",
  ])("%s", async (query) => {
    expect(await codesOf(query)).toEqual(["BAD_USER_INPUT"]);
  });
});

describe("faults of the server", () => {
  it("hide everything but the request's id", async () => {
    await sql`alter table nektar.reward_total rename column totals to gone`.execute(api.db);
    try {
      const response = await fetch(`${api.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-request-id": "request-of-test" },
        body: JSON.stringify({
          query: '{ rewards(earner: "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955") { token } }',
        }),
      });
      const text = await response.text();
      expect(response.headers.get("x-request-id")).toBe("request-of-test");
      expect(JSON.parse(text)).toMatchObject({
        errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "request-of-test" } }],
      });
      expect(text).not.toMatch(/totals|reward_total|column|select|node_modules|\.ts/i);
    } finally {
      await sql`alter table nektar.reward_total rename column gone to totals`.execute(api.db);
    }
  });

  it("say so while the indexer rebuilds its tables, to clients and to balancers", async () => {
    await sql`alter schema indexer rename to indexer_away`.execute(api.db);
    try {
      expect(await codesOf("{ tasks { totalCount } }")).toEqual(["INDEXER_NOT_READY"]);
      expect((await fetch(`${api.url}/ready`)).status).toBe(503);
      expect((await fetch(`${api.url}/health`)).status).toBe(200);
    } finally {
      await sql`alter schema indexer_away rename to indexer`.execute(api.db);
    }
    expect(await codesOf("{ tasks { totalCount } }")).toEqual([]);
  });
});
