import { afterAll, beforeAll } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { startFilledApi, type TestApi, type TestApiOptions } from "./startTestApi.ts";

/** A file's API is closed after its tests, by none of them. */
export type FilledApi = Omit<TestApi, "close">;

/**
 * The whole API for the tests of a file, on a database of its own that is filled with the small world. It is there
 * while tests and hooks run, not before.
 */
export function useFilledApi(options?: TestApiOptions): FilledApi {
  let database: TestDatabase;
  let api: TestApi;
  beforeAll(async () => {
    database = await createTestDatabase();
    api = await startFilledApi(database.url, options);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });
  return {
    get url() {
      return api.url;
    },
    get databaseUrl() {
      return api.databaseUrl;
    },
    get db() {
      return api.db;
    },
    statements: () => api.statements(),
    ask: (...operation) => api.ask(...operation),
    read: (...operation) => api.read(...operation),
  };
}
