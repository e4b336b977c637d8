import type pg from "pg";
import type { Hex } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPool } from "../../lib/database/createDatabase.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { compareHash, createSentinel } from "./sentinel.ts";

const schema = "indexer_0000000a";
const hash = (digit: string): Hex => `0x${digit.repeat(64)}`;

describe("comparing a final block with the chain", () => {
  it("takes one endpoint's word that the block is still there", () => {
    expect(compareHash(hash("1"), [hash("2"), hash("1"), undefined])).toBe("same");
  });

  it("tells another block from no block and from no answer", () => {
    expect(compareHash(hash("1"), [hash("2"), null])).toBe("different");
    expect(compareHash(hash("1"), [null, undefined])).toBe("missing");
    expect(compareHash(hash("1"), [undefined])).toBe("unknown");
  });
});

describe("the sentinel", () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let chain: Map<bigint, Hex>;
  const sentinel = () =>
    createSentinel({ pool, schema, chainId: 31337, hashesOf: async (block) => [chain.get(block) ?? null] });

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = createPool({ connectionString: database.url, applicationName: "test" });
    await pool.query(`
      create schema indexer_meta; create schema ${schema}; create schema ponder_sync;
      create table indexer_meta.finality (schema text primary key, block bigint not null, hash text not null);
      create table ${schema}._ponder_checkpoint (finalized_checkpoint text);
      create table ponder_sync.blocks (chain_id bigint, number bigint, hash text)`);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  beforeEach(async () => {
    chain = new Map([10n, 20n, 30n].map((block) => [block, hash("1")]));
    await pool.query(`truncate indexer_meta.finality, ${schema}._ponder_checkpoint, ponder_sync.blocks`);
  });

  const finalize = (block: number) =>
    pool.query(`insert into ${schema}._ponder_checkpoint values ($1)`, [
      `${"1".repeat(26)}${String(block).padStart(16, "0")}${"9".repeat(33)}`,
    ]);

  it("is content with an empty database", async () => {
    expect(await sentinel().look()).toBe("sound");
  });

  it("finds that a block it recorded as final was replaced, once it has seen it twice", async () => {
    await finalize(20);
    const before = sentinel();
    expect(await before.look()).toBe("sound");
    chain.set(20n, hash("2"));
    expect(await before.look()).toBe("suspicious");
    expect(await before.look()).toBe("forked");
    expect(await sentinel().look()).toBe("suspicious"); // another process remembers too
  });

  it("forgives an endpoint that was wrong once", async () => {
    await finalize(20);
    const watching = sentinel();
    await watching.look();
    chain.set(20n, hash("2"));
    expect(await watching.look()).toBe("suspicious");
    chain.set(20n, hash("1"));
    expect(await watching.look()).toBe("sound");
    chain.set(20n, hash("2"));
    expect(await watching.look()).toBe("suspicious");
  });

  it("finds that Ponder's cache holds a block of another chain", async () => {
    await pool.query("insert into ponder_sync.blocks values (31337, 10, $1)", [hash("3")]);
    const watching = sentinel();
    await watching.look();
    expect(await watching.look()).toBe("forked");
  });

  it("waits long for a block that is missing: the endpoint may only lag", async () => {
    await pool.query("insert into ponder_sync.blocks values (31337, 99, $1)", [hash("3")]);
    const watching = sentinel();
    const verdicts = [];
    for (let look = 0; look < 10; look++) verdicts.push(await watching.look());
    expect(verdicts.indexOf("forked")).toBe(9);
  });
});
