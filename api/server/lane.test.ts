import { type IncomingHttpHeaders, request as send } from "node:http";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schemaText } from "../schemaText.ts";
import { signResponse } from "../testing/identities.ts";
import { randomOperation } from "../testing/randomOperation.ts";
import { startTestApi, type TestApi } from "../testing/startTestApi.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { operators, taskRow } from "../testing/world.ts";
import { worldValues } from "../testing/worldValues.ts";
import { exampleQueries } from "./exampleQueries.ts";

const api = useFilledApi();
let strict: TestApi;

beforeAll(async () => {
  strict = await startTestApi(api.databaseUrl, { corsOrigins: ["https://a.example", "https://b.example"] });
});
afterAll(() => strict?.close());

type Raw = { status: number | undefined; headers: IncomingHttpHeaders; body: string };

/** The answer as it came over the wire. `path` with a query is nothing that the lane takes. */
function post(url: string, path: "/graphql" | "/graphql?by=yoga", body: string, headers = {}): Promise<Raw> {
  return new Promise((done, fail) => {
    const asked = send(
      `${url}${path}`,
      {
        method: "POST",
        headers: { "content-type": "application/json", "x-request-id": "request-of-test", ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const { date: _date, ...rest } = response.headers;
          done({ status: response.statusCode, headers: rest, body: Buffer.concat(chunks).toString() });
        });
      },
    );
    asked.once("error", fail);
    asked.end(body);
  });
}

async function answeredByLane(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/nektar_api_lane_total\{lane="known"\} (\d+)/.exec(text)?.[1] ?? 0);
}

/** Sends it by Yoga, which makes it known, then both ways. */
async function expectAlike(body: object, headers = {}, server = api): Promise<Raw> {
  const text = JSON.stringify(body);
  const byYoga = await post(server.url, "/graphql?by=yoga", text, headers);
  const byLane = await post(server.url, "/graphql", text, headers);
  expect(byLane).toEqual(byYoga);
  return byLane;
}

describe("a known document is answered as Yoga answers it, byte for byte", () => {
  it("for the examples, without Yoga", async () => {
    const before = await answeredByLane(api.url);
    // A subscription's answer has no end.
    const examples = exampleQueries.filter((query) => !/^subscription/m.test(query));
    for (const query of examples)
      expect((await expectAlike({ query })).headers["x-nektar-block"]).toBe("560");
    expect((await answeredByLane(api.url)) - before).toBe(examples.length);
  });

  it("for random operations", async () => {
    const schema = buildSchema(schemaText);
    const before = await answeredByLane(api.url);
    let withoutErrors = 0;
    for (let seed = 0; seed < 150; seed++) {
      const { body } = await expectAlike(randomOperation({ schema, values: worldValues, seed }));
      if (!body.startsWith('{"errors"')) withoutErrors += 1;
    }
    expect(withoutErrors).toBeGreaterThan(100);
    expect((await answeredByLane(api.url)) - before).toBe(withoutErrors);
  });

  it.each([
    ["an argument that cannot be used", { query: "{ tasks(first: -1) { totalCount } }" }],
    ["a nullable field that fails", { query: '{ task(taskId: "0x12") { status } _meta { chainId } }' }],
    [
      "a variable that is none",
      { query: "query ($a: Address!) { operator(address: $a) { id } }", variables: { a: "x" } },
    ],
    ["a variable that is missing", { query: "query ($a: Address!) { operator(address: $a) { id } }" }],
    [
      "several operations",
      { query: "query A { __typename } query B { _meta { chainId } }", operationName: "B" },
    ],
    ["an operation that is not there", { query: "query A { __typename }", operationName: "C" }],
    ["no choice of several operations", { query: "query A { __typename } query B { __typename }" }],
    [
      "introspection",
      { query: '{ __schema { queryType { name } } __type(name: "Task") { kind } pauses { group } }' },
    ],
    ["a document that is not valid", { query: "{ nothing }" }],
    ["a document that is none", { query: "{{{" }],
    ["an unknown parameter", { query: "{ __typename }", surplus: 1 }],
    ["variables that are no object", { query: "{ __typename }", variables: [1] }],
    [
      "a mutation",
      {
        query:
          'mutation { submitResponse(input: {taskId: "0x12", operator: "0x1212121212121212121212121212121212121212", response: "0x", signature: "0x"}) { __typename } }',
      },
    ],
  ])("with %s", async (_name, body) => {
    await expectAlike(body);
  });

  it("for a response that is handed in, executed once and without Yoga", async () => {
    const { id: task, reference_block: referenceBlock } = taskRow(24);
    const [operator] = operators;
    const signature = signResponse({ task, operator, response: "0x1a", referenceBlock });
    const query = `mutation ($input: SubmitResponseInput!) {
      submitResponse(input: $input) { __typename ... on ResponseAccepted { duplicate response { response } } }
    }`;
    const body = { query, variables: { input: { taskId: task, operator, response: "0x1a", signature } } };
    const stored = await post(api.url, "/graphql?by=yoga", JSON.stringify(body));
    expect(stored.body).toContain('"duplicate":false');
    const before = await answeredByLane(api.url);
    expect((await expectAlike(body)).body).toContain('"duplicate":true,"response":{"response":"0x1a"}');
    expect((await answeredByLane(api.url)) - before).toBe(1);
  });

  it.each([
    "application/json",
    "application/graphql-response+json",
    "application/graphql-response+json, application/json",
    "*/*",
    "application/graphql-response+json, application/json;q=0.9",
    "text/html",
    "text/event-stream",
  ])("to a client that accepts %s", async (accept) => {
    await expectAlike({ query: "{ pauses { group } }" }, { accept });
    await expectAlike({ query: "{ tasks(first: -1) { totalCount } }" }, { accept });
  });

  it("to pages of other origins, as they are configured", async () => {
    for (const origin of ["https://a.example", "https://c.example"])
      for (const server of [api, strict])
        await expectAlike({ query: "{ pauses { group } }" }, { origin }, server);
  });

  it("with the values of each request, not of the first", async () => {
    const query =
      "query ($address: Address!, $first: Int) { operator(address: $address) { address tasks(first: $first) { nodes { taskId } } } }";
    for (const address of worldValues.Address ?? [])
      for (const first of [null, 0, 1, 30]) await expectAlike({ query, variables: { address, first } });
  });
});
