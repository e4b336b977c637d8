import type { Hex } from "viem";
import type { RewardRootRow } from "../../lib/database/indexerTables.ts";
import { emptyRoot } from "../../lib/merkle/rewardTree.ts";
import type { Calculation } from "./queries.ts";

export type RewardEpochStatus =
  | "RUNNING"
  | "CALCULATING"
  | "CALCULATED"
  | "SUBMITTED"
  | "CLAIMABLE"
  | "DISABLED"
  | "MISMATCH";

export type EpochFacts = {
  /** First second after the epoch. */
  readonly endsAt: bigint;
  readonly finalisedTimestamp: bigint;
  readonly indexedTimestamp: bigint;
  readonly calculation: Calculation | null;
  /** The root that stands on chain, or stood last. */
  readonly root: RewardRootRow | null;
};

/** Where an epoch stands, decided by data alone, never by a clock of ours. */
export function epochStatus(facts: EpochFacts): RewardEpochStatus {
  const { calculation, root } = facts;
  if (facts.finalisedTimestamp < facts.endsAt) return "RUNNING";
  if (calculation === null || calculation.state === "calculating") return "CALCULATING";
  if (root === null) return calculation.state === "mismatch" ? "MISMATCH" : "CALCULATED";
  if (root.disabled) return "DISABLED";
  if (root.root !== calculatedRoot(calculation)) return "MISMATCH";
  return root.activates_at <= facts.indexedTimestamp ? "CLAIMABLE" : "SUBMITTED";
}

/** The root that this backend calculated; zero when nobody had earned anything; null until it is done. */
export function calculatedRoot(calculation: Calculation | null): Hex | null {
  if (calculation === null || calculation.state === "calculating") return null;
  return calculation.root ?? emptyRoot;
}
