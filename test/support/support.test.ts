import pg from "pg";
import { parseEther } from "viem";
import { describe, expect, it, onTestFinished } from "vitest";
import { describeOnEachQueueEngine } from "./queueEngines.ts";
import { startChain } from "./testChain.ts";
import { createTestDatabase } from "./testDatabase.ts";

describe("the test support", () => {
  it("gives each caller an empty database of its own and drops it", async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    expect(one.url).not.toBe(other.url);
    const client = new pg.Client(one.url);
    await client.connect();
    const { rows } = await client.query("show server_encoding");
    expect(rows).toEqual([{ server_encoding: "UTF8" }]);
    await client.end();
    await one.drop();
    await expect(new pg.Client(one.url).connect()).rejects.toThrow(/does not exist/);
  });

  it("starts a chain with BLS12-381 precompiles and funded accounts", async () => {
    const chain = await startChain();
    onTestFinished(() => chain.stop());
    const [account] = await chain.client.getAddresses();
    expect(account && (await chain.client.getBalance({ address: account }))).toBe(parseEther("10000"));
    // EIP-2537: the sum of two points at infinity is the point at infinity; without the precompile there is no data.
    const sum = await chain.client.call({
      to: "0x000000000000000000000000000000000000000b",
      data: `0x${"00".repeat(256)}`,
    });
    expect(sum.data).toBe(`0x${"00".repeat(128)}`);
  });
});

describeOnEachQueueEngine("a queue", (engine) => {
  it("gets a connection string of its kind", () => {
    expect(new URL(engine.url).protocol).toMatch(engine.kind === "redis" ? /^redis/ : /^postgres/);
  });
});
