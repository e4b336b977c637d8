import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { calculateInStages } from "./calculateInStages.ts";
import { findRoot, nextEpoch } from "./epochQueries.ts";
import { recalculate } from "./recalculate.ts";
import { settleRoot } from "./settleRoot.ts";
import { watchRoot } from "./stages/12-watch.ts";
import { openWorkedExample } from "./testing/openWorkedExample.ts";
import { writeCheck } from "./watchQueries.ts";

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

/** Publishes epoch 0; then another chain takes over, on which the indexer has begun anew, and which has no root. */
async function publishAndLoseBlocks(): Promise<void> {
  const before = await chain.client.snapshot();
  await world.publish();
  await chain.client.revert({ id: before });
  await world.mine(9);
  await world.db.deleteFrom("indexer.epoch_root").execute();
  // The account of the transaction watcher: what it sent is not on this chain, and will not come back.
  await world.db.updateTable("nektar.transaction").set({ state: "failed" }).execute();
  await expect(watchRoot(world.context, 0n)).rejects.toThrow("are no more");
  expect(await world.stateOf(0n)).toBe("reorganised");
}

describe("recalculate", () => {
  it("forgets an epoch of a chain that is no more and all later ones; then the new chain's root is calculated and stands", async () => {
    await publishAndLoseBlocks();
    const old = await findRoot(world.db, 0n);
    // On the new chain the network pays twice as much.
    await world.db.updateTable("indexer.reward_schedule").set({ amount_per_epoch: 2_000n }).execute();
    expect(await recalculate(world.calculating, 0n)).toBe(2);
    expect(await nextEpoch(world.db)).toBe(0n);

    for (const epoch of [0n, 1n]) await calculateInStages(world.calculating, epoch);
    const now = await findRoot(world.db, 0n);
    expect(now?.root).not.toBe(old?.root);
    expect(now?.total).toBeGreaterThan(1_990n);
    await settleRoot(world.context, 0n);
    await world.indexRoot();
    await settleRoot(world.context, 0n);
    expect(await world.stateOf(0n)).toBe("submitted");
    expect(await world.rootOf()).toMatchObject({ root: now?.root, bundleHash: now?.bundle_hash });
    // Nothing holds up the epoch after it any more.
    await settleRoot(world.context, 1n);
    await world.mined();
    expect((await world.rootOf(1n)).root).toBe((await findRoot(world.db, 1n))?.root);
  });

  it("refuses while a root of ours stands, and takes it when the guardian has disabled it", async () => {
    await world.publish();
    await writeCheck(world.db, 0n, "leaves 0: 1 here, 2 there");
    await expect(recalculate(world.calculating, 0n)).rejects.toMatchObject({ code: "ROOT_STANDS" });
    const as = { ...world.coordinator, account: world.guardian.account, chain: null } as const;
    await chain.client.writeContract({ ...as, functionName: "disableRoot", args: [0n] });
    await world.mined();
    await expect(recalculate(world.calculating, 0n)).rejects.toMatchObject({ code: "ROOT_STANDS" });
    // Its transaction is final.
    await world.db.updateTable("nektar.transaction").set({ state: "final" }).execute();
    expect(await recalculate(world.calculating, 0n)).toBe(2);
  });

  it("refuses an epoch that has no fault, or that is not there", async () => {
    await world.publish();
    for (const epoch of [0n, 1n, 9n])
      await expect(recalculate(world.calculating, epoch)).rejects.toMatchObject({ code: "EPOCH_SOUND" });
  });

  it("refuses while the indexer is on the chain that is no more", async () => {
    await publishAndLoseBlocks();
    const before = await chain.client.snapshot();
    await world.mine(7);
    await chain.client.revert({ id: before });
    await chain.client.mine({ blocks: 60, interval: 3 });
    await expect(recalculate(world.calculating, 0n)).rejects.toMatchObject({ code: "INDEXER_ASTRAY" });
  });
});
