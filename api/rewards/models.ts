import type { Address, Hex } from "viem";

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
