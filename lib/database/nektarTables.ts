import type { ColumnType, Generated } from "kysely";
import type { Address, Hex } from "viem";

/** Rows of our own schema `nektar`: what the chain does not hold. Made by `lib/database/migrations`; never dropped. */

type Timestamp = ColumnType<Date, Date | string | undefined, Date | string>;

/** The one chain that this database belongs to. */
export type ChainRow = { chain_id: number; genesis_hash: Hex; task_manager: Address };

/**
 * A signed response as an operator submitted it, verified before it is stored. Two rows of one (task, operator) with
 * different response hashes are an equivocation.
 */
export type ResponseRow = {
  task_id: Hex;
  operator: Address;
  response_hash: Hex;
  response: Hex;
  /** G2 signature, 96 bytes compressed. */
  signature: Hex;
  /** The block that the digest binds to, as the task stood when it was verified. */
  reference_block: bigint;
  received_at: Timestamp;
};

/** `pending`: signed and stored, perhaps broadcast. `mined`: has a receipt. `final`: its block is final. `failed`: reverted or given up. */
export type TransactionState = "pending" | "mined" | "final" | "failed";

/** A transaction that a job decided on, written before it is broadcast, so that a crash never sends it twice. */
export type TransactionRow = {
  /** What it is for, e.g. `respond:0x…`: unique, so one purpose is one intent. */
  purpose: string;
  sender: Address;
  nonce: number;
  to: Address;
  data: Hex;
  hash: Hex;
  /** The signed transaction, to broadcast again as it is. */
  raw: Hex;
  state: TransactionState;
  block: bigint | null;
  error: string | null;
  /** How often an intent of this purpose failed; the next one waits longer. */
  failures: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
};

/** One signed version of an intent. A stuck transaction is replaced by fee: same nonce, and any version may be mined. */
export type TransactionAttemptRow = {
  hash: Hex;
  purpose: string;
  nonce: number;
  gas: bigint;
  max_fee_per_gas: bigint;
  max_priority_fee_per_gas: bigint;
  created_at: Timestamp;
};

/** `calculating`: rows below may be incomplete. `calculated`: they are complete. `submitted`: our root is on chain. `mismatch`: another root is on chain. */
export type RewardEpochState = "calculating" | "calculated" | "submitted" | "mismatch";

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

/** Section 5, per delegator. */
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

/** Section 7: a leaf of the epoch's tree. */
export type RewardLeafRow = { epoch: bigint; earner: Address; token: Address; cumulative: bigint };

/** Section 7: a part of the nodes of the epoch's tree, 32 bytes each, in the order of OpenZeppelin's library. */
export type RewardTreeRow = { epoch: bigint; piece: number; nodes: Buffer };

export type NektarTables = {
  "nektar.chain": ChainRow;
  "nektar.response": ResponseRow;
  "nektar.transaction": TransactionRow;
  "nektar.transaction_attempt": TransactionAttemptRow;
  "nektar.reward_epoch": RewardEpochRow;
  "nektar.reward_pot": RewardPotRow;
  "nektar.reward_operator": RewardOperatorRow;
  "nektar.reward_pool": RewardPoolRow;
  "nektar.reward_delegator": RewardDelegatorRow;
  "nektar.reward_leaf": RewardLeafRow;
  "nektar.reward_tree": RewardTreeRow;
};
