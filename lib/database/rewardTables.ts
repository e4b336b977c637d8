import type { Generated } from "kysely";
import type { Address, Hex } from "viem";
import type { Timestamp } from "./Timestamp.ts";

/** Rows of our own schema `nektar` that reward epochs are calculated in; sections are those of the rules. */

/**
 * `calculating`: rows below may be incomplete. `calculated`: they are complete. `submitted`: our root is on chain. `mismatch`: another root is on chain.
 * `reorganised`: the chain that it was calculated from is no more.
 */
export type RewardEpochState = "calculating" | "calculated" | "submitted" | "mismatch" | "reorganised";

/** The calculation of one reward epoch. */
export type RewardEpochRow = {
  epoch: bigint;
  state: RewardEpochState;
  rule_version: number;
  /** The final block at which the chain was read. */
  snapshot_block: bigint;
  /** First and last block with a timestamp in the epoch; null when it has none. */
  first_block: bigint | null;
  last_block: bigint | null;
  root: Hex | null;
  bundle_hash: Hex | null;
  total: bigint | null;
  leaf_count: number | null;
  /** The last stage that is complete, 0 to 7. */
  stage: Generated<number>;
  first_block_hash: Hex | null;
  last_block_hash: Hex | null;
  /** Version of the program that calculated it. */
  code_version: string | null;
  /** Digests of the inputs, canonical JSON. */
  inputs: string | null;
  /** What a calculation from the chain's logs alone said of the root: `equal`, or the first line that differs; null before. */
  chain_check: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
};

/** Section 2 and 6 of the rules: where a pot came from and what it did not pay out. */
export type RewardPotRow = {
  epoch: bigint;
  network: Address;
  token: Address;
  scheduled: bigint;
  fees: bigint;
  forfeited: bigint;
  carry_in: bigint;
  pot: bigint;
  paid: bigint;
  carry_out: bigint;
};

/** Sections 3 and 4: an operator's score and its part of a pot. */
export type RewardOperatorRow = {
  epoch: bigint;
  network: Address;
  token: Address;
  operator: Address;
  weight_seconds: bigint;
  assigned: bigint;
  signed: bigint;
  performance_bps: number;
  slashed: boolean;
  score: bigint;
  gross: bigint;
  commission_bps: number;
  commission: bigint;
  shared: bigint;
};

/** Section 5, per asset: what an operator's delegators of one asset share. */
export type RewardPoolRow = {
  epoch: bigint;
  network: Address;
  token: Address;
  operator: Address;
  asset: Address;
  weight_seconds: bigint;
  shared: bigint;
  share_seconds: bigint;
  paid: bigint;
};

/** Section 3: W(o,n,a). */
export type RewardWeightRow = {
  epoch: bigint;
  network: Address;
  operator: Address;
  asset: Address;
  weight_seconds: bigint;
};

/** A range of operators whose delegators are calculated by one job. */
export type RewardShardRow = {
  epoch: bigint;
  shard: number;
  first_operator: Address;
  last_operator: Address;
  intervals: bigint;
  done: Generated<boolean>;
  updated_at: Timestamp;
};

/** A list as text: addresses or integers, separated by commas. */
type ListText = string;

/** A pool's intervals of shares inside the epoch, as the snapshot saw them; gone when its shard is done. */
export type RewardIntervalRow = {
  epoch: bigint;
  operator: Address;
  asset: Address;
  intervals: bigint;
  /** `delegator from until shares`, separated by commas, in any order. */
  steps: ListText;
};

/** Section 5: a pool's delegators, ascending, and SS(d,o,a) of each. */
export type RewardHoldingRow = {
  epoch: bigint;
  operator: Address;
  asset: Address;
  share_seconds: bigint;
  delegators: ListText;
  seconds: ListText;
  /** sha256 of the intervals it follows from; null for epochs of before that was kept. */
  digest: Hex | null;
};

/** Section 5, per delegator: a view of pools and holdings. */
export type RewardDelegatorRow = {
  epoch: bigint;
  network: Address;
  token: Address;
  operator: Address;
  asset: Address;
  delegator: Address;
  share_seconds: bigint;
  amount: bigint;
};

/** What a shard found for the earners whose address begins with `range`, two hex digits. */
export type RewardCreditRow = {
  epoch: bigint;
  range: string;
  shard: number;
  token: Address;
  earners: ListText;
  amounts: ListText;
};

/**
 * Section 7: cumulative totals of the earners whose address begins with `bucket`, three hex digits, from `epoch` on until the next
 * row; and what they earned in that epoch. Earners ascending.
 */
export type RewardTotalRow = {
  bucket: string;
  token: Address;
  epoch: bigint;
  earners: ListText;
  totals: ListText;
  earned: ListText;
  /** How many earners. */
  leaves: number;
};

/** An epoch's bundle, gzipped, in parts. */
export type RewardBundleRow = { epoch: bigint; part: number; bytes: Buffer };

/** Section 7: a part of the nodes of the epoch's tree, 32 bytes each, in the order of OpenZeppelin's library. */
export type RewardTreeRow = { epoch: bigint; piece: number; nodes: Buffer };
