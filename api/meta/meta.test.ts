import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { startFilledApi, type TestApi } from "../testing/startTestApi.ts";

let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startFilledApi(database.url);
});
afterAll(async () => {
  await api?.close();
  await database?.drop();
});

type Told = { block: string; finality: string };
type Tasks = { nodes: { timeline: { transaction: Told }[] }[] };
type Operators = { nodes: { registered: Told }[] };

describe("finality", () => {
  it("is told of the chain", async () => {
    expect(await api.read("{ _meta { indexed { number } safe { number } finalised { number } } }")).toEqual({
      indexed: { number: "560" },
      safe: { number: "555" },
      finalised: { number: "410" },
    });
  });

  it("is told of every row, by its block", async () => {
    const transaction = "{ block finality }";
    const tasks = await api.read<Tasks>(
      `{ tasks(first: 50) { nodes { timeline { transaction ${transaction} } } } }`,
    );
    const operators = await api.read<Operators>(`{ operators { nodes { registered ${transaction} } } }`);
    const told = [
      ...tasks.nodes.flatMap(({ timeline }) => timeline.map((step) => step.transaction)),
      ...operators.nodes.map(({ registered }) => registered),
    ];
    const kinds = new Set(told.map(({ finality }) => finality));
    expect([...kinds].sort()).toEqual(["FINALISED", "PENDING", "SAFE"]);
    for (const { block: text, finality } of told) {
      const block = Number(text);
      expect(finality, text).toBe(block <= 410 ? "FINALISED" : block <= 555 ? "SAFE" : "PENDING");
    }
  });
});
