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
  "nektar.reward_epoch": RewardEpochRow;
  "nektar.reward_pot": RewardPotRow;
  "nektar.reward_operator": RewardOperatorRow;
  "nektar.reward_pool": RewardPoolRow;
  "nektar.reward_delegator": RewardDelegatorRow;
  "nektar.reward_tree": RewardTreeRow;
  "nektar.reward_weight": RewardWeightRow;
  "nektar.reward_shard": RewardShardRow;
  "nektar.reward_interval": RewardIntervalRow;
  "nektar.reward_holding": RewardHoldingRow;
  "nektar.reward_credit": RewardCreditRow;
  "nektar.reward_total": RewardTotalRow;
  "nektar.reward_bundle": RewardBundleRow;
};
