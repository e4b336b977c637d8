import { describe, expect, it } from "vitest";
import { emptyRoot } from "../../lib/merkle/rewardTree.ts";
import { rootOf, rootRow } from "../testing/world.ts";
import { type EpochFacts, epochStatus } from "./epochStatus.ts";
import type { Calculation } from "./queries.ts";

const calculation: Calculation = {
  epoch: 1n,
  state: "calculated",
  rule_version: 1,
  root: rootOf(1n),
  leaf_count: 2,
};
const facts: EpochFacts = {
  endsAt: 2_000n,
  finalisedTimestamp: 2_000n,
  indexedTimestamp: 3_000n,
  calculation,
  root: rootRow(1n, 3_000n),
};

describe("epochStatus", () => {
  it.each<[string, Partial<EpochFacts>]>([
    ["RUNNING", { finalisedTimestamp: 1_999n }],
    ["CALCULATING", { calculation: null, root: null }],
    ["CALCULATING", { calculation: { ...calculation, state: "calculating", root: null } }],
    ["CALCULATED", { root: null }],
    ["SUBMITTED", { indexedTimestamp: 2_999n }],
    ["CLAIMABLE", {}],
    ["CLAIMABLE", { calculation: { ...calculation, root: null }, root: rootRow(1n, 3_000n, emptyRoot) }],
    ["DISABLED", { root: { ...rootRow(1n, 3_000n), disabled: true } }],
    ["MISMATCH", { root: rootRow(1n, 3_000n, rootOf(2n)) }],
    ["MISMATCH", { root: null, calculation: { ...calculation, state: "mismatch" } }],
  ])("is %s", (status, change) => {
    expect(epochStatus({ ...facts, ...change })).toBe(status);
  });
});
