import { beforeEach, describe, expect, it } from "vitest";
import { emptyRoot } from "../../lib/merkle/rewardTree.ts";
import { setPosition } from "../testing/fillDatabase.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { finalised, genesis, type indexed, rootOf, rootRow } from "../testing/world.ts";

const api = useFilledApi();

/** Epoch 1: from 1000 s after genesis to 2000 s. Its root activates at 3000 s. */
const epoch = 1n;
const later = { number: 300n, timestamp: genesis + 3_000n };
type Facts = {
  calculation: {
    state?: "calculating" | "calculated" | "mismatch" | "reorganised";
    root?: `0x${string}` | null;
    chain_check?: string;
  } | null;
  root: { root?: `0x${string}`; disabled?: boolean } | null;
  indexed: typeof indexed;
  finalised: typeof finalised;
};
const facts: Facts = { calculation: {}, root: {}, indexed: later, finalised };

async function prepare({ calculation, root, indexed, finalised }: Facts): Promise<void> {
  const { db } = api;
  await setPosition(db, indexed, finalised);
  await db.deleteFrom("indexer.epoch_root").where("epoch", "=", epoch).execute();
  await db.deleteFrom("indexer.reward_root").where("epoch", "=", epoch).execute();
  await db.deleteFrom("nektar.reward_epoch").where("epoch", "=", epoch).execute();
  if (calculation !== null) {
    const row = { epoch, rule_version: 1, snapshot_block: 410n, leaf_count: 2, state: "calculated" as const };
    await db
      .insertInto("nektar.reward_epoch")
      .values({ ...row, root: rootOf(epoch), ...calculation })
      .execute();
  }
  if (root === null) return;
  const row = { ...rootRow(epoch, later.timestamp), ...root };
  await db.insertInto("indexer.reward_root").values(row).execute();
  await db.insertInto("indexer.epoch_root").values({ epoch, root_id: row.id }).execute();
}

describe("an epoch's status", () => {
  beforeEach(() => prepare(facts));

  it.each<[string, Partial<Facts>]>([
    ["RUNNING", { finalised: { number: 199n, timestamp: genesis + 1_999n } }],
    ["CALCULATING", { calculation: null, root: null }],
    ["CALCULATING", { calculation: { state: "calculating", root: null } }],
    ["CALCULATED", { root: null }],
    ["SUBMITTED", { indexed: { number: 299n, timestamp: genesis + 2_999n } }],
    ["CLAIMABLE", {}],
    ["CLAIMABLE", { calculation: { root: null }, root: { root: emptyRoot } }],
    ["DISABLED", { root: { disabled: true } }],
    ["MISMATCH", { root: { root: rootOf(2n) } }],
    ["MISMATCH", { root: null, calculation: { state: "mismatch" } }],
    ["MISMATCH", { calculation: { state: "reorganised" } }],
    ["MISMATCH", { calculation: { chain_check: "leaves 0: 1 here, 2 there" } }],
    ["CLAIMABLE", { calculation: { chain_check: "equal" } }],
  ])("is %s", async (status, change) => {
    await prepare({ ...facts, ...change });
    expect(await api.read(`{ rewardEpoch(epoch: ${epoch}) { status } }`)).toEqual({ status });
  });

  it("comes with the first line that differs, once the root was compared with the chain", async () => {
    const read = () => api.read(`{ rewardEpoch(epoch: ${epoch}) { checked difference } }`);
    expect(await read()).toEqual({ checked: false, difference: null });
    await prepare({ ...facts, calculation: { chain_check: "equal" } });
    expect(await read()).toEqual({ checked: true, difference: null });
    await prepare({ ...facts, calculation: { chain_check: "leaves 0: 1 here, 2 there" } });
    expect(await read()).toEqual({ checked: true, difference: "leaves 0: 1 here, 2 there" });
  });
});
