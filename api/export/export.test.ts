import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../../test/support/waitFor.ts";
import { startTestApi, type TestApi } from "../testing/startTestApi.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { assets, finalised, indexed, networks, operators } from "../testing/world.ts";

const api = useFilledApi();
let limited: TestApi;

beforeAll(async () => {
  limited = await startTestApi(api.databaseUrl, { edge: { exportRows: 4 } });
});
afterAll(() => limited?.close());

type Asked = { query: string; variables?: object; operationName?: string };
const post = (
  format: "csv" | "json",
  asked: Asked,
  { url } = api as { url: string },
  init: RequestInit = {},
) =>
  fetch(`${url}/export.${format}`, {
    ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(asked) },
    ...init,
  });
type Rows = Record<string, unknown>[];
async function exported(query: string, variables = {}): Promise<Rows> {
  const response = await post("json", { query, variables });
  const body = await response.json();
  if (response.status !== 200) throw new Error(JSON.stringify(body));
  return body as Rows;
}

/** All of a list, page by page, as GraphQL has it. */
async function listed(field: string, args: string, selection: string, size = 3): Promise<Rows> {
  const rows: Rows = [];
  for (let after: string | null = null; ; ) {
    const page: { nodes: Rows; pageInfo: { hasNextPage: boolean; endCursor: string } } = await api.read(
      `query ($after: String) { ${field}(first: ${size}, after: $after${args && `, ${args}`}) {
        nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor;
  }
}

describe("an export", () => {
  const lists = [
    ["assets", "", "address symbol decimals"],
    ["operators", "orderBy: ADDRESS_ASC", "address commissionBps pools { asset { symbol } totalAssets }"],
    ["networks", "where: {status: WHITELISTED}", "address totalWeight parameters { quorumBps feeToken }"],
    ["delegations", "orderBy: SHARES_DESC", "delegator operator { address } shares assets since { block }"],
    ["withdrawals", "", "withdrawalId status shares unlocksAt"],
    [
      "tasks",
      `where: {network: "${networks[0]}", fee_gt: "5"}, orderBy: CREATED_ASC`,
      "taskId status fee deadline",
    ],
    ["challenges", "", "challengeId outcome bond"],
    ["slashes", "orderBy: FRACTION_ASC", "slashId offence fraction assets { activeSlashed } task { taskId }"],
  ] as const;

  it.each(lists)("of %s is the list, page by page, as of the same block", async (field, args, selection) => {
    for (const block of [indexed.number, finalised.number]) {
      const moment = [args, `asOf: {block: "${block}"}`].filter(Boolean).join(", ");
      expect(await exported(`{ ${field}(${moment}) { nodes { ${selection} } } }`)).toEqual(
        await listed(field, moment, selection),
      );
    }
    const unnamed = await exported(`{ ${field}${args && `(${args})`} { nodes { ${selection} } } }`);
    expect(unnamed).toEqual(
      await listed(
        field,
        [args, `asOf: {block: "${finalised.number}"}`].filter(Boolean).join(", "),
        selection,
      ),
    );
  });

  it.each([
    ["events", "name args transaction { block }"],
    ["rewardEpochs", "epoch status startsAt"],
  ])("of %s, which has no past moments, is the list as it stands", async (field, selection) => {
    expect(await exported(`{ ${field} { nodes { ${selection} } } }`)).toEqual(
      await listed(field, "", selection),
    );
  });

  it("is also of a list below an object, by fragments and variables, and of a list without pages", async () => {
    const query = `query Wanted($operator: Address!, $fee: BigInt, $asOf: AsOf, $no: Boolean = false) {
      operator(address: $operator, asOf: $asOf) { ...Below }
    }
    fragment Below on Operator { own: tasks(where: {fee_gt: $fee}) { rows: nodes { ...Row status @include(if: $no) } } }
    fragment Row on Task { taskId }
    query Other { slashTotals { slashes asset { symbol } } }`;
    const variables = { operator: operators[1], fee: "5", asOf: { block: "540" } };
    const { own } = await api.read<{ own: { rows: Rows } }>(
      query
        .replace("tasks(", "tasks(first: 100, ")
        .replace("query Other { slashTotals { slashes asset { symbol } } }", ""),
      variables,
    );
    expect(own.rows.length).toBeGreaterThan(10);
    const response = await post("json", { query, variables, operationName: "Wanted" });
    expect(response.headers.get("x-nektar-block")).toBe("540");
    expect(await response.json()).toEqual(own.rows);
    const totals = await post("json", { query, operationName: "Other", variables: {} });
    expect(await totals.json()).toEqual([]);
    expect(await exported(`{ slashTotals(asOf: {block: "560"}) { slashes } }`)).toHaveLength(2);
  });

  it("names its block: a final one unless another is asked for", async () => {
    const headers = async (query: string) => (await post("csv", { query })).headers;
    const plain = await headers("{ slashes { nodes { slashId } } }");
    expect(plain.get("x-nektar-block")).toBe(finalised.number.toString());
    expect(plain.get("content-disposition")).toBe('attachment; filename="slashes.csv"');
    expect(plain.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    const asked = await headers('{ slashes(asOf: {block: "530"}) { nodes { slashId } } }');
    expect(asked.get("x-nektar-block")).toBe("530");
  });

  it("is had by GET too, and is an empty table of a list without rows", async () => {
    const query =
      "query ($asset: Address!) { slashes(where: {asset: $asset}) { nodes { slashId offence } } }";
    const parameters = new URLSearchParams({ query, variables: JSON.stringify({ asset: assets[0] }) });
    const response = await fetch(`${api.url}/export.csv?${parameters}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("slashId,offence\r\n");
    expect(await exported(query, { asset: assets[0] })).toEqual([]);
    expect(
      await exported(
        '{ operator(address: "0x0000000000000000000000000000000000000001") { tasks { nodes { taskId } } } }',
      ),
    ).toEqual([]);
  });
});

describe("a CSV", () => {
  it("is RFC 4180, and nothing in it is a formula", async () => {
    const uris = ['=HYPERLINK("http://x")', 'a,b\r\n"c"', "", "@SUM(1)"];
    for (const [index, uri] of uris.entries())
      await sql`update indexer.operator set metadata_uri = ${uri} where address = ${operators[index]}`.execute(
        api.db,
      );
    const response = await post("csv", {
      query: `{ operators(orderBy: REGISTERED_ASC) { nodes {
        metadataUri scheduledCommission { commissionBps } pools { totalAssets } registered { block } } } }`,
    });
    const pools = (weight: number) => `"[{""totalAssets"":""${weight}000000000000000000""}]"`;
    expect(await response.text()).toBe(
      [
        "metadataUri,scheduledCommission.commissionBps,pools,registered.block",
        `"'=HYPERLINK(""http://x"")",,${pools(400)},10`,
        `"a,b\r\n""c""",,${pools(300)},11`,
        `,,${pools(200)},12`,
        `'@SUM(1),,${pools(100)},13`,
        "",
      ].join("\r\n"),
    );
  });
});

describe("what cannot be exported", () => {
  const codeOf = async (asked: Asked, of = api as { url: string }) => {
    const response = await post("json", asked, of);
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: { code?: string } }[];
    };
    return { status: response.status, code: errors[0]?.extensions?.code, message: errors[0]?.message };
  };
  const refusals: [string, string][] = [
    ["two lists", "{ slashes { nodes { slashId } } tasks { nodes { taskId } } }"],
    ["a page", "{ slashes(first: 5) { nodes { slashId } } }"],
    ["more of a list than its rows", "{ slashes { totalCount nodes { slashId } } }"],
    ["edges", "{ slashes { edges { node { slashId } } } }"],
    ["no list", `{ operator(address: "${operators[0]}") { address } }`],
    [
      "a mutation",
      'mutation { submitResponse(input: {taskId: "0x12", operator: "0x0000000000000000000000000000000000000001", response: "0x", signature: "0x"}) { __typename } }',
    ],
    ["an argument that cannot be used", '{ slashes(where: {slashId: "0x12"}) { nodes { slashId } } }'],
    ["the future", '{ slashes(asOf: {block: "9999"}) { nodes { slashId } } }'],
  ];

  it.each(refusals)("%s is refused with a word", async (_what, query) => {
    expect(await codeOf({ query })).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
  });

  it("a document above the limits is refused as by GraphQL", async () => {
    expect(await codeOf({ query: "{ nothing { nodes { id } } }" })).toMatchObject({ status: 400 });
    const deep = `{ slashes { nodes { ${"task { slashes { nodes { ".repeat(6)} slashId ${"} } }".repeat(6)} } } }`;
    expect(await codeOf({ query: deep })).toMatchObject({ status: 400, code: "QUERY_TOO_DEEP" });
  });

  it("a list that is too long is refused before it begins, with what to do", async () => {
    const asOf = 'asOf: {block: "560"}';
    const most = "{ challenges(ASOF) { nodes { challengeId } } }".replace("ASOF", asOf);
    expect(await (await post("json", { query: most }, limited)).json()).toHaveLength(4);
    const long = await codeOf({ query: `{ tasks(${asOf}) { nodes { taskId } } }` }, limited);
    expect(long).toMatchObject({ status: 413, code: "EXPORT_TOO_LARGE" });
    expect(long.message).toMatch(/more than 4 rows.*createdBlock_gte/);
  });

  it("other methods and bodies are refused", async () => {
    expect((await fetch(`${api.url}/export.csv`, { method: "PUT" })).status).toBe(405);
    expect((await post("csv", {} as never)).status).toBe(400);
    const big = await post("csv", { query: "x".repeat(200_000) });
    expect(big.status).toBe(413);
  });

  it("who asks too often is told when to come back", async () => {
    const busy = await startTestApi(api.databaseUrl, { edge: { rate: { perSecond: 1 } } });
    const ask = () => post("csv", { query: "{ slashes { nodes { slashId } } }" }, busy);
    const answers = await Promise.all(Array.from({ length: 30 }, ask));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    await busy.close();
  });
});

describe("a client that goes away", () => {
  it("ends the statement", async () => {
    const waiting = async () => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
        where application_name = 'api_test' and state = 'active' and wait_event_type = 'Lock'`.execute(
        api.db,
      );
      return rows[0]?.count;
    };
    await api.db.transaction().execute(async (lock) => {
      await sql`lock table indexer.slash in access exclusive mode`.execute(lock);
      const client = new AbortController();
      const asked = post("csv", { query: "{ slashes { nodes { slashId } } }" }, api, {
        signal: client.signal,
      });
      await waitFor("the statement", async () => (await waiting()) === 1);
      client.abort();
      await expect(asked).rejects.toThrow(/abort/);
      await waitFor("its end", async () => (await waiting()) === 0, { timeoutMs: 2_000 });
    });
  });
});
