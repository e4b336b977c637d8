import type { Address, Hex } from "viem";
import type { Explanation, ZeroReason } from "../../lib/rewards/explanation.ts";
import type { RootFault } from "../../lib/rewards/rootFault.ts";

/** An active root against which no proofs are given. */
export type WithheldRootModel = {
  readonly epoch: bigint;
  readonly root: Hex;
  readonly reason: RootFault;
  readonly difference: string | null;
};

export type EarnerRewardsModel = {
  readonly earner: Address;
  readonly token: Address;
  readonly cumulative: bigint;
  readonly claimed: bigint;
  readonly claimable: bigint;
  readonly epoch: bigint;
  readonly root: Hex;
  readonly proof: readonly Hex[];
  readonly withheld: WithheldRootModel | null;
};

export type RewardExplanationModel = Omit<Explanation, "reason"> & {
  readonly reason: ZeroReason | "NOT_CALCULATED" | null;
};
