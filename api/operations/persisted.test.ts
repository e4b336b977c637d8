import { hash } from "node:crypto";
import { describe, expect, it, onTestFinished } from "vitest";
import { metaDocument } from "../../client/operations.gen.ts";
import { operationLimits } from "../server/limits.ts";
import { openSse } from "../testing/sseClient.ts";
import { startTestApi, type TestApi } from "../testing/startTestApi.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { readRegisteredOperations } from "./readOperations.ts";

const api = useFilledApi();

const sha256 = (text: string) => hash("sha256", text, "hex");
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash } },
});
type Told = { status: number; data?: unknown; code: unknown; message: string | undefined };

async function post(body: object, { url } = api as Pick<TestApi, "url">, accept?: string): Promise<Told> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(accept === undefined ? {} : { accept }) },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors?: { message: string; extensions?: { code?: string } }[];
  };
  const [error] = errors ?? [];
  return { status: response.status, data, code: error?.extensions?.code, message: error?.message };
}
const lanes = async ({ url } = api as Pick<TestApi, "url">) => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/nektar_api_lane_total\{lane="known"\} (\d+)/.exec(text)?.[1] ?? 0);
};
const notFound = { code: "PERSISTED_QUERY_NOT_FOUND", message: "PersistedQueryNotFound" };

describe("automatic persisted queries", () => {
  it("are unknown at first, then known by their hash, also to the lane", async () => {
    const query = "query Apq($first: Int) { operators(first: $first) { nodes { address } } }";
    const byHash = { ...persisted(sha256(query)), variables: { first: 2 } };
    // As Apollo has it; the status that GraphQL over HTTP demands for its own content type.
    expect(await post(byHash)).toMatchObject({ status: 200, ...notFound });
    expect(await post(byHash, api, "application/graphql-response+json")).toMatchObject({
      ...{ status: 404, ...notFound },
    });
    const wanted = await post({ ...byHash, query });
    expect(wanted).toMatchObject({ status: 200, data: { operators: { nodes: [{}, {}] } } });
    const before = await lanes();
    expect(await post(byHash)).toEqual(wanted);
    expect(await post({ ...byHash, variables: { first: 1 } })).toMatchObject({
      data: { operators: { nodes: [{}] } },
    });
    expect((await lanes()) - before).toBe(2);
  });

  it("are asked for by GET with the header that a page of another site cannot send", async () => {
    const query = "query ByGet { __typename }";
    await post({ query });
    const { extensions } = persisted(sha256(query));
    const url = `${api.url}/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`;
    expect((await fetch(url)).status).toBe(403);
    const response = await fetch(url, { headers: { "x-nektar-csrf": "1" } });
    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
  });

  it("are refused when the text has another hash, also when the text is known", async () => {
    const [query, other] = ["query One { __typename }", "query Two { __typename }"];
    await post({ query });
    const mismatch = { status: 400, code: "PERSISTED_QUERY_MISMATCH", data: undefined };
    expect(await post({ query, ...persisted(sha256(other)) })).toMatchObject(mismatch);
    expect(await post({ query: other, ...persisted(sha256(query)) })).toMatchObject(mismatch);
    // Nothing took the other's place.
    expect(await post(persisted(sha256(other)))).toMatchObject(notFound);
  });

  it.each([
    ["another version", persisted("0".repeat(64), 2)],
    ["no hash", persisted(undefined)],
    ["a hash in capitals", persisted("A".repeat(64))],
    ["something else", persisted("../../etc/passwd")],
    ["a number for an object", { extensions: { persistedQuery: 5 } }],
  ])("are refused with %s", async (_what, body) => {
    for (const query of [undefined, "{ __typename }"])
      expect(await post({ ...body, query })).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
  });

  it("keep nothing that was refused: by the syntax, the schema or a limit", async () => {
    const deep = "{ operator { pools ".repeat(operationLimits.depth);
    const aliases = Array.from(
      { length: operationLimits.aliases + 1 },
      (_, index) => `a${index}: __typename`,
    );
    const texts = ["{{{", "{ nonsense }", deep + "}}".repeat(operationLimits.depth), `{ ${aliases} }`];
    for (const query of texts) {
      const body = { query, ...persisted(sha256(query)) };
      const refused = await post(body);
      expect(refused.data).toBeUndefined();
      expect(await post(persisted(sha256(query)))).toMatchObject(notFound);
      expect(await post(body)).toEqual(refused);
    }
  });

  it("are subscriptions, too, once somebody subscribed with the text", async () => {
    const query = "subscription Blocks { blocks { kind } }";
    const client = await openSse(api.url, query);
    client.close();
    const response = await fetch(`${api.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify(persisted(sha256(query))),
    });
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    await response.body?.cancel();
  });
});

describe("registered operations", () => {
  const registered = readRegisteredOperations();
  async function start(onlyRegistered: boolean): Promise<TestApi> {
    const edge = { operations: { registered, onlyRegistered } };
    const started = await startTestApi(api.databaseUrl, { edge });
    onTestFinished(() => started.close());
    return started;
  }

  it("are known by their hash before anyone has sent them", async () => {
    const started = await start(false);
    const answer = await post(persisted(sha256(metaDocument.text)), started);
    expect(answer).toMatchObject({ status: 200, data: { _meta: { indexed: { number: "560" } } } });
    expect(await post({ query: "{ __typename }" }, started)).toMatchObject({ status: 200 });
  });

  it("are all that is executed where it is set so: by hash and by text, in both lanes", async () => {
    const started = await start(true);
    const refused = { status: 403, code: "OPERATION_NOT_REGISTERED", data: undefined };
    const { text } = metaDocument;
    for (let time = 0; time < 2; time++) {
      for (const body of [
        { query: text },
        persisted(sha256(text)),
        { query: text, ...persisted(sha256(text)) },
      ])
        expect(await post(body, started)).toMatchObject({ status: 200, data: { _meta: {} } });
      for (const query of ["{ __typename }", `${text} `, "{ __schema { queryType { name } } }", "{{{"]) {
        expect(await post({ query }, started)).toMatchObject(refused);
        expect(await post({ query, ...persisted(sha256(query)) }, started)).toMatchObject(refused);
        // Not "not found": a client would send the text then.
        expect(await post(persisted(sha256(query)), started)).toMatchObject(refused);
      }
    }
    expect(await lanes(started)).toBeGreaterThan(0);
    expect(await post({ query: "{ __typename }", ...persisted(sha256(text)) }, started)).toMatchObject({
      ...{ status: 400, code: "PERSISTED_QUERY_MISMATCH" },
    });
  });
});
