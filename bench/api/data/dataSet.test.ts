import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invariants } from "../../../indexer/invariants/invariants.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/support/testDatabase.ts";
import { fillDataSet } from "./fillDataSet.ts";
import type { Size } from "./size.ts";

const small: Size = { operators: 60, networks: 10, delegations: 1_000, tasks: 2_000 };

let database: TestDatabase;
let again: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  [database, again] = [await createTestDatabase(), await createTestDatabase()];
  await fillDataSet(database.url, small);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
  await again?.drop();
});

describe("the data set", () => {
  it.each(invariants)("holds $name", async ({ violations }) => {
    const { rows } = await client.query(violations, violations.includes("$1") ? [0] : []);
    expect(rows).toEqual([]);
  });

  it("has rows in every table that the queries read, and pools that are never empty", async () => {
    const tables = ["slash", "pool_slash", "challenge", "withdrawal", "pool_history", "allocation_history"];
    for (const table of tables) {
      const { rows } = await client.query(`select count(*)::int as rows from indexer.${table}`);
      expect({ table, ...rows[0] }).toMatchObject({ rows: expect.toSatisfy((count: number) => count > 3) });
    }
    const { rows } = await client.query(
      "select count(*)::int as empty from indexer.pool_version where total_assets <= 0 or total_shares <= 0",
    );
    expect(rows).toEqual([{ empty: 0 }]);
  });

  it("has versions that follow one another without a gap", async () => {
    for (const key of ["network_operator:network, operator", "pool:operator, asset", "network:address"]) {
      const [table, columns] = key.split(":");
      const { rows } = await client.query(
        `select * from (select until_block, lead(since_block) over (partition by ${columns} order by since_block) as next
         from indexer.${table}_version) as versions where until_block is distinct from next`,
      );
      expect({ table, rows }).toEqual({ table, rows: [] });
    }
  });

  it("is the same each time", async () => {
    await fillDataSet(again.url, small);
    expect(await digest(again.url)).toBe(await digest(database.url));
  });
});

async function digest(url: string): Promise<string> {
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  const hash = createHash("sha256");
  for (const table of [
    "task",
    "assignment",
    "non_signer",
    "delegation",
    "pool_history",
    "slash",
    "network_operator",
  ]) {
    const { rows } = await other.query(`select t::text as row from indexer.${table} as t order by 1`);
    hash.update(JSON.stringify(rows));
  }
  await other.end();
  return hash.digest("hex");
}
