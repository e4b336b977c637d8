import type { Address, Hex } from "viem";
import type { Explanation, ZeroReason } from "../../lib/rewards/explanation.ts";

export type EarnerRewardsModel = {
  readonly earner: Address;
  readonly token: Address;
  readonly cumulative: bigint;
  readonly claimed: bigint;
  readonly claimable: bigint;
  readonly epoch: bigint;
  readonly root: Hex;
  readonly proof: readonly Hex[];
};

export type RewardExplanationModel = Omit<Explanation, "reason"> & {
  readonly reason: ZeroReason | "NOT_CALCULATED" | null;
};
