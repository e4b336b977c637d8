import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createDatabase, type Database } from "../../lib/database/createDatabase.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { assetsDown } from "./sharesToAssets.ts";

const number = z.string().transform(BigInt);

/** `SharesMath.t.sol` reads the same file. */
const vectors = z
  .array(z.object({ amount: number, assetsDown: number, totalAssets: number, totalShares: number }))
  .min(100)
  .parse(
    JSON.parse(
      readFileSync(new URL("../../contracts/test/fixtures/sharesMath.json", import.meta.url), "utf8"),
    ),
  );

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase({ connectionString: database.url, applicationName: "test" });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

describe("what shares are worth", () => {
  it("is rounded as Solidity rounds it", async () => {
    for (const { amount, assetsDown: expected, totalAssets, totalShares } of vectors) {
      const [shares, assets, all] = [amount, totalAssets, totalShares].map((value) => sql`${value}::numeric`);
      const { rows } = await sql<{ worth: bigint }>`select ${assetsDown(
        shares as never,
        assets as never,
        all as never,
      )} as worth`.execute(db);
      expect(rows).toEqual([{ worth: expected }]);
    }
  });
});
