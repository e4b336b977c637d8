import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { startFilledApi, type TestApi } from "../testing/startTestApi.ts";
import { exampleQueries } from "./exampleQueries.ts";

let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startFilledApi(database.url);
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

describe("the example queries", () => {
  it.each(exampleQueries.map((query) => [query.split("\n")[0], query]))(
    "answers %s",
    async (_title, query) => {
      const { data, errors } = await api.ask(query ?? "");
      expect(errors).toEqual([]);
      expect(data).toMatchSnapshot();
    },
  );
});

describe("GraphiQL", () => {
  it("opens with the example queries and needs no other host", async () => {
    const response = await fetch(`${api.url}/graphql`, { headers: { accept: "text/html" } });
    const page = await response.text();
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(page).toContain("query TaskLife");
    expect(page).not.toMatch(/(src|href)="?https?:\/\//);
  });
});
