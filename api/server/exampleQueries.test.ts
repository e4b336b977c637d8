import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { fillDatabase } from "../testing/fillDatabase.ts";
import { startTestApi, type TestApi } from "../testing/startTestApi.ts";
import { exampleQueries } from "./exampleQueries.ts";

let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await createTestDatabase();
  const db = createDatabase({ connectionString: database.url, applicationName: "api_test" });
  await fillDatabase(db);
  await db.destroy();
  api = await startTestApi(database.url);
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
