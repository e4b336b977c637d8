import { keccak256, toHex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { createDatabase, type Database } from "../database/createDatabase.ts";
import { migrate } from "../database/migrate.ts";
import { buildTree } from "./buildTree.ts";
import { readStoredProof, storeTree } from "./storedTree.ts";
import type { RewardLeaf } from "./TreeMemory.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase({ connectionString: database.url, applicationName: "test" });
  await migrate(db);
});
afterAll(async () => {
  await db?.destroy();
  await database?.drop();
});

const leavesOf = (count: number): RewardLeaf[] =>
  Array.from({ length: count }, (_, index) => ({
    earner: `0x${keccak256(toHex(index)).slice(-40)}`,
    token: `0x${"7".repeat(40)}`,
    cumulative: BigInt(index + 1),
  }));

describe("a stored tree", () => {
  // 8,192 nodes lie in a row: the last of these has leaves on both sides of the border.
  it.each([1, 2, 3, 1_000, 5_000])("of %i leaves proves each as the tree in memory does", async (count) => {
    const epoch = BigInt(count);
    const leaves = leavesOf(count);
    const tree = buildTree(leaves);
    await db.transaction().execute((trx) => storeTree(trx, epoch, tree));
    const step = Math.max(1, Math.floor(count / 50));
    for (let index = 0; index < count; index += step)
      expect(await readStoredProof(db, epoch, count, leaves[index] as RewardLeaf)).toEqual(
        tree.proofOf(index),
      );
  });

  it("proves no other amount, and nothing of an epoch that is not stored", async () => {
    const [leaf] = leavesOf(1) as [RewardLeaf];
    expect(await readStoredProof(db, 1_000n, 1_000, { ...leaf, cumulative: 2n })).toBeUndefined();
    expect(await readStoredProof(db, 77n, 1_000, leaf)).toBeUndefined();
  });

  it("takes the place of what an earlier run stored", async () => {
    const leaves = leavesOf(20_000);
    await db.transaction().execute((trx) => storeTree(trx, 8n, buildTree(leaves)));
    const fewer = leaves.slice(0, 10);
    await db.transaction().execute((trx) => storeTree(trx, 8n, buildTree(fewer)));
    expect(await readStoredProof(db, 8n, 10, fewer[9] as RewardLeaf)).toEqual(buildTree(fewer).proofOf(9));
  });
});
