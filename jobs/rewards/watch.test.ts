import { keccak256 } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { RewardsError } from "./arithmetic.ts";
import { findRoot } from "./epochQueries.ts";
import { settleRoot } from "./settleRoot.ts";
import { watchRoot } from "./stages/12-watch.ts";
import { checkRoot } from "./stages/13-check.ts";
import { openWorkedExample } from "./testing/openWorkedExample.ts";
import { countDiffering, findCheck, listRefusable, listUnchecked } from "./watchQueries.ts";

let chain: TestChain;
let world: Awaited<ReturnType<typeof openWorkedExample>>;

beforeAll(async () => {
  chain = await startChain();
});
afterAll(async () => chain.stop());
beforeEach(async () => {
  world = await openWorkedExample(chain);
  return world.close;
});

describe("a root that stands on chain", () => {
  it("is left alone while its blocks are there and it stands", async () => {
    await world.publish();
    expect(await world.stateOf(0n)).toBe("submitted");
    expect(await listRefusable(world.db, 10)).toEqual([0n]);
    await watchRoot(world.context, 0n);
    expect(await world.stateOf(0n)).toBe("submitted");
    expect((await world.rootOf()).disabled).toBe(false);
  });

  it("is disabled before it activates when its blocks are reorganised away, once, and nothing is published any more", async () => {
    const before = await chain.client.snapshot();
    await world.publish();
    expect(await world.stateOf(0n)).toBe("submitted");
    const { raw } = await world.db
      .selectFrom("nektar.transaction")
      .select("raw")
      .where("purpose", "like", "root:0:%")
      .executeTakeFirstOrThrow();
    // Another chain takes over, and somebody sends the same transaction there again.
    await chain.client.revert({ id: before });
    await world.mine(9);
    await chain.client.sendRawTransaction({ serializedTransaction: raw });
    await world.mined();
    expect((await world.rootOf()).root).toBe((await findRoot(world.db, 0n))?.root);

    const fiveTimes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => watchRoot(world.context, 0n)));
    for (const { status } of fiveTimes) expect(status).toBe("rejected");
    await world.mined();
    expect(await world.stateOf(0n)).toBe("reorganised");
    const { disabled, activatesAt } = await world.rootOf();
    expect(disabled).toBe(true);
    expect(activatesAt).toBeGreaterThan((await chain.client.getBlock()).timestamp);
    const sent = await world.db
      .selectFrom("nektar.transaction")
      .select("purpose")
      .where("purpose", "like", "disable:%")
      .execute();
    expect(sent).toHaveLength(1);
    // Nor is a root brought on chain whose own blocks are gone.
    await expect(settleRoot(world.context, 1n)).rejects.toThrow(RewardsError);
    expect(await world.stateOf(1n)).toBe("reorganised");
  });

  it("halts publishing when another takes its place", async () => {
    await world.publish();
    expect(await world.stateOf(0n)).toBe("submitted");
    const as = ({ account }: typeof world.sender) =>
      ({ ...world.coordinator, account, chain: null }) as const;
    await chain.client.writeContract({ ...as(world.guardian), functionName: "disableRoot", args: [0n] });
    await world.mined();
    const args = [0n, keccak256("0x01"), keccak256("0x02"), 1n] as const;
    await chain.client.writeContract({ ...as(world.sender), functionName: "submitRoot", args });
    await world.mined();
    await expect(watchRoot(world.context, 0n)).rejects.toThrow(RewardsError);
    expect(await world.stateOf(0n)).toBe("mismatch");
    await expect(settleRoot(world.context, 1n)).rejects.toMatchObject({ code: "PUBLISHING_HALTED" });
  });

  it("is compared with the chain's logs, and halts publishing by name of the line that they do not give", async () => {
    await world.publish();
    expect(await world.stateOf(0n)).toBe("submitted");
    expect(await listUnchecked(world.db, 10)).toEqual([0n]);
    // The tables say that 1000 were to be paid; of that no log of this chain tells.
    await expect(checkRoot(world.context, 0n)).rejects.toThrow(RewardsError);
    expect(await findCheck(world.db, 0n)).toMatch(/^pots: nothing here, .*"scheduled":"1000".* there$/);
    expect(await countDiffering(world.db)).toBe(1n);
    expect(await listUnchecked(world.db, 10)).toEqual([]);
    await expect(settleRoot(world.context, 1n)).rejects.toMatchObject({ code: "PUBLISHING_HALTED" });
  });
});
