import type { ColumnType, Generated } from "kysely";
import type { Address, Hex } from "viem";
import type * as rewards from "./rewardTables.ts";
import type { Timestamp } from "./Timestamp.ts";

/** Rows of our own schema `nektar`: what the chain does not hold. Made by `lib/database/migrations`; never dropped. */

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

/**
 * `known`: nothing was sent yet. `committed`: the report's commitment was sent. `sent`: the proof was sent. `slashed`: the
 * operator is slashed at the chain's tip. `final`: so it is at a final block. `refused`: the contract refuses the proof, at a
 * final block too.
 */
export type EvidenceState = "known" | "committed" | "sent" | "slashed" | "final" | "refused";

/** One equivocation, of an operator at a task, as long as there is this database. */
export type EvidenceRow = {
  task_id: Hex;
  operator: Address;
  /** Where the second signature came from: an operator's submission, or a bundle that was handed in. */
  source: "API" | "FILE";
  state: Generated<EvidenceState>;
  /** When the second signature was here. */
  known_at: Timestamp;
  /** What the contract's event carries if our evidence is the one that slashes; null until the bundle is made. */
  evidence_hash: Hex | null;
  /** The canonical bundle, and its sha256. */
  bundle: string | null;
  content_hash: Hex | null;
  slash_id: Hex | null;
  /** Who the contract names as the reporter; null while nobody is slashed. */
  reporter: Address | null;
  /** The contract's error, for `refused`. */
  reason: string | null;
  updated_at: Timestamp;
};

/**
 * `seen`: not re-executed yet. `right`: the module gives the same. `doubtful`: it gives nothing, or not twice the same, or the
 * network's verifier disagrees with it. `wrong`: it gives something else. `bonded`: so it is, and a bond is set aside or posted.
 * `missed`: the window passed without a challenge of ours. The rest: how our challenge ended, as of a final block.
 */
export type ChallengeState =
  | "seen"
  | "right"
  | "doubtful"
  | "wrong"
  | "bonded"
  | "missed"
  | "upheld"
  | "failed"
  | "dismissed";

/** One accepted response that the watcher re-executes. */
export type ChallengeWorkRow = {
  task_id: Hex;
  response_hash: Hex;
  network: Address;
  /** Last timestamp at which it may be challenged. */
  deadline: bigint;
  state: Generated<ChallengeState>;
  /** Runs of the module that failed. */
  attempts: Generated<number>;
  /** The module's response, when it is another. */
  computed: Hex | null;
  bond_token: Address | null;
  /** What is set aside or posted; of `failed` ones lost. */
  bond: bigint | null;
  challenge_id: Hex | null;
  /** The canonical bundle, and its sha256. */
  bundle: string | null;
  content_hash: Hex | null;
  /** Why nothing was done, or not yet. */
  reason: string | null;
  found_at: Timestamp;
  updated_at: Timestamp;
};

/** One thing that happened, or goes on until `resolved_at`. Of one kind and subject at most one goes on. */
export type AlertRow = {
  /** Follows from kind, subject and how often that happened: the webhook's id. */
  id: string;
  kind: string;
  subject: string;
  /** JSON. */
  data: string;
  raised_at: Timestamp;
  resolved_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

/** One alert for one endpoint. */
export type AlertDeliveryRow = {
  alert_id: string;
  /** Scheme and host, and a digest of the whole URL, which may hold a secret. */
  endpoint: string;
  state: Generated<"due" | "delivered" | "given up">;
  attempts: Generated<number>;
  next_at: Timestamp;
  /** What the last attempt came to. */
  answer: string | null;
  updated_at: Timestamp;
};

/** One row: above which block slashes are told, up to which they were looked for, and since when offences are. */
export type AlertScanRow = { id: boolean; from_block: bigint; block: bigint; from_time: Timestamp };

/** One row: until when stored responses were searched for equivocations. */
export type EvidenceScanRow = { id: boolean; scanned_until: Timestamp };

export type NektarTables = {
  "nektar.evidence": EvidenceRow;
  "nektar.evidence_scan": EvidenceScanRow;
  "nektar.challenge": ChallengeWorkRow;
  "nektar.alert": AlertRow;
  "nektar.alert_delivery": AlertDeliveryRow;
  "nektar.alert_scan": AlertScanRow;
  "nektar.chain": ChainRow;
  "nektar.response": ResponseRow;
  "nektar.transaction": TransactionRow;
  "nektar.transaction_attempt": TransactionAttemptRow;
  "nektar.reward_epoch": rewards.RewardEpochRow;
  "nektar.reward_pot": rewards.RewardPotRow;
  "nektar.reward_operator": rewards.RewardOperatorRow;
  "nektar.reward_pool": rewards.RewardPoolRow;
  "nektar.reward_delegator": rewards.RewardDelegatorRow;
  "nektar.reward_tree": rewards.RewardTreeRow;
  "nektar.reward_weight": rewards.RewardWeightRow;
  "nektar.reward_shard": rewards.RewardShardRow;
  "nektar.reward_interval": rewards.RewardIntervalRow;
  "nektar.reward_holding": rewards.RewardHoldingRow;
  "nektar.reward_credit": rewards.RewardCreditRow;
  "nektar.reward_total": rewards.RewardTotalRow;
  "nektar.reward_bundle": rewards.RewardBundleRow;
};
