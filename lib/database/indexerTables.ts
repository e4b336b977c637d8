import type { Address, Hex } from "viem";

/**
 * Rows of the indexer's tables as our processes read them, through the views that Ponder keeps in the schema `indexer`.
 * They mirror `indexer/ponder.schema.ts` (a test of the indexer compares both); only the indexer writes them.
 * One file although it is long: declarations alone, and what a query joins is seen in one place.
 */

type Origin = { created_block: bigint; created_at: bigint; created_tx: Hex };
/** From when on a row is as it is. */
type Since = { since_block: bigint; since_timestamp: bigint };
/** What a row was, in `[since, until)`. */
type Past<Row extends Since, Column extends keyof Row> = Pick<Row, Column | keyof Since> & {
  until_block: bigint;
  until_timestamp: bigint;
};
/** What a row was or is: without an end when it still holds. */
type Version<History extends { until_block: bigint; until_timestamp: bigint }> = Omit<
  History,
  "until_block" | "until_timestamp"
> & { until_block: bigint | null; until_timestamp: bigint | null };

export type AssetRow = Origin & { address: Address; symbol: string; decimals: number; staked: bigint };

export type OperatorRow = Origin &
  Since & { address: Address; payout: Address; bls_key: Hex; metadata_uri: string };
export type OperatorHistoryRow = Past<OperatorRow, "address" | "payout" | "metadata_uri">;
export type OperatorVersionRow = Version<OperatorHistoryRow>;

export type PauseGroup = "REGISTRATION" | "DEPOSITS" | "WITHDRAWALS" | "TASKS" | "SLASHING" | "CLAIMS";
export type PauseRow = Origin & Since & { group: PauseGroup; paused: boolean; account: Address };
export type PauseHistoryRow = Past<
  PauseRow,
  "group" | "paused" | "account" | "created_block" | "created_at" | "created_tx"
>;
export type PauseVersionRow = Version<PauseHistoryRow>;

export type CommissionRow = Origin & { operator: Address; effective_epoch: bigint; commission_bps: number };

export type NetworkStatus = "PENDING" | "WHITELISTED" | "SUSPENDED";
export type NetworkRow = Origin &
  Since & {
    address: Address;
    owner: Address;
    metadata_uri: string;
    status: NetworkStatus;
    total_weight: bigint;
    operators: Address[];
  };
export type NetworkHistoryRow = Past<
  NetworkRow,
  "address" | "owner" | "metadata_uri" | "status" | "total_weight"
>;
export type NetworkVersionRow = Version<NetworkHistoryRow>;

export type SlashSink = "BURN" | "REWARD_POT" | "RECIPIENT";
export type NetworkParametersRow = Origin & {
  network: Address;
  effective_epoch: bigint;
  minimum_weight: bigint;
  minimum_operators: number;
  quorum_bps: number;
  performance_bps: number;
  response_window: bigint;
  challenge_window: bigint;
  resolution_window: bigint;
  fee_token: Address;
  base_fee: bigint;
  fee_per_byte: bigint;
  bond_token: Address;
  bond: bigint;
  wrong_response_slash_bps: number;
  equivocation_slash_bps: number;
  challenger_share_bps: number;
  reporter_share_bps: number;
  slash_sink: SlashSink;
  slash_recipient: Address;
};

export type NetworkAssetRow = Origin & Since & { network: Address; asset: Address; multiplier: bigint };
export type NetworkAssetHistoryRow = Past<NetworkAssetRow, "network" | "asset" | "multiplier">;
export type NetworkAssetVersionRow = Version<NetworkAssetHistoryRow>;

export type NetworkOperatorRow = Origin &
  Since & {
    network: Address;
    operator: Address;
    opted_in: boolean;
    slashable_until: bigint | null;
    weight: bigint;
    weight_block: bigint;
    weight_before: bigint;
    assigned_tasks: bigint;
    signed_tasks: bigint;
  };
export type NetworkOperatorHistoryRow = Past<
  NetworkOperatorRow,
  "network" | "operator" | "opted_in" | "slashable_until" | "weight"
>;
export type NetworkOperatorVersionRow = Version<NetworkOperatorHistoryRow>;

export type OperatorWeightRow = Since & {
  network: Address;
  operator: Address;
  asset: Address;
  weight: bigint;
};
export type OperatorWeightHistoryRow = Past<OperatorWeightRow, "network" | "operator" | "asset" | "weight">;
export type OperatorWeightVersionRow = Version<OperatorWeightHistoryRow>;

export type AggregateKeyCheckpointRow = {
  network: Address;
  block: bigint;
  log_index: number;
  aggregate_key: Hex;
};

export type PoolRow = Origin &
  Since & {
    operator: Address;
    asset: Address;
    total_assets: bigint;
    total_shares: bigint;
    queued_shares: bigint;
  };
export type PoolHistoryRow = Past<
  PoolRow,
  "operator" | "asset" | "total_assets" | "total_shares" | "queued_shares"
>;
export type PoolVersionRow = Version<PoolHistoryRow>;

export type AllocationRow = Origin &
  Since & {
    operator: Address;
    network: Address;
    asset: Address;
    magnitude: bigint;
    next_magnitude: bigint;
    effective_at: bigint;
  };
export type AllocationHistoryRow = Past<
  AllocationRow,
  "operator" | "network" | "asset" | "magnitude" | "next_magnitude" | "effective_at"
>;
export type AllocationVersionRow = Version<AllocationHistoryRow>;

export type PoolMagnitudeRow = Since & { operator: Address; asset: Address; total_magnitude: bigint };
export type PoolMagnitudeHistoryRow = Past<PoolMagnitudeRow, "operator" | "asset" | "total_magnitude">;
export type PoolMagnitudeVersionRow = Version<PoolMagnitudeHistoryRow>;

export type DelegationRow = Origin &
  Since & {
    delegator: Address;
    operator: Address;
    asset: Address;
    shares: bigint;
  };
export type DelegationHistoryRow = Past<DelegationRow, "delegator" | "operator" | "asset" | "shares">;
export type DelegationVersionRow = Version<DelegationHistoryRow>;

export type WithdrawalRow = Origin & {
  id: Hex;
  delegator: Address;
  operator: Address;
  asset: Address;
  shares: bigint;
  unlock_at: bigint;
  assets_paid: bigint | null;
  assets_lost_to_slashing: bigint | null;
  completed_block: bigint | null;
  completed_at: bigint | null;
  completed_tx: Hex | null;
};

export type TaskStatus = "OPEN" | "RESPONDED" | "CHALLENGED" | "FINAL" | "EXPIRED" | "REJECTED";
export type TaskRow = Origin & {
  id: Hex;
  network: Address;
  creator: Address;
  payload: Hex;
  reference_block: bigint;
  deadline: bigint;
  quorum_bps: number;
  fee_token: Address;
  fee: bigint;
  status: TaskStatus;
  created_log_index: number;
  total_weight: bigint;
  response: Hex | null;
  response_hash: Hex | null;
  signed_weight: bigint | null;
  aggregator: Address | null;
  challenge_deadline: bigint | null;
  responded_block: bigint | null;
  responded_at: bigint | null;
  responded_tx: Hex | null;
  closed_block: bigint | null;
  closed_at: bigint | null;
  closed_tx: Hex | null;
};

export type AssignmentRow = { task_id: Hex; operator: Address; network: Address; weight: bigint };
export type TaskOperatorsRow = { task_id: Hex; operators: Address[] };
export type NonSignerRow = { task_id: Hex; operator: Address };
/** A view of assignments, tasks and non-signers. */
export type ParticipationRow = {
  task_id: Hex;
  operator: Address;
  network: Address;
  weight: bigint;
  signed: boolean | null;
};

export type ChallengeOutcome = "PENDING" | "UPHELD" | "FAILED" | "DISMISSED";
export type ChallengeRow = Origin &
  Since & {
    id: Hex;
    task_id: Hex;
    network: Address;
    challenger: Address;
    bond_token: Address;
    bond: bigint;
    resolve_by: bigint;
    outcome: ChallengeOutcome;
    bond_returned: bigint | null;
    bond_held: bigint;
    resolved_block: bigint | null;
    resolved_at: bigint | null;
    resolved_tx: Hex | null;
  };
export type ChallengeHistoryRow = Past<
  ChallengeRow,
  "id" | "outcome" | "bond_returned" | "bond_held" | "resolved_block" | "resolved_at" | "resolved_tx"
>;
export type ChallengeVersionRow = Version<ChallengeHistoryRow>;

export type Offence = "WRONG_RESPONSE" | "EQUIVOCATION";
export type SlashRow = Origin & {
  id: Hex;
  operator: Address;
  network: Address;
  task_id: Hex;
  offence: Offence;
  reporter: Address;
  evidence_hash: Hex;
  fraction: bigint;
  created_log_index: number;
};

export type PoolSlashRow = {
  slash_id: Hex;
  operator: Address;
  asset: Address;
  network: Address;
  magnitude_slashed: bigint;
  magnitude_after: bigint;
  total_magnitude_after: bigint;
  fraction: bigint | null;
  active_slashed: bigint | null;
  queued_slashed: bigint | null;
  assets_per_share_before: bigint | null;
  assets_per_share_after: bigint | null;
  total_assets_after: bigint | null;
  total_shares: bigint | null;
  reporter_amount: bigint | null;
  sink: SlashSink | null;
  sink_recipient: Address | null;
  sink_amount: bigint | null;
  distributed_block: bigint | null;
  distributed_at: bigint | null;
  distributed_tx: Hex | null;
  block: bigint;
  log_index: number;
  timestamp: bigint;
};

export type ReportCommitmentRow = Origin & { commitment: Hex };

export type EventRow = {
  block: bigint;
  log_index: number;
  timestamp: bigint;
  tx: Hex;
  address: Address;
  contract: string;
  name: string;
  args: string;
};

export type RulingRow = Origin & {
  task_id: Hex;
  network: Address;
  response_hash: Hex;
  verdict: "RIGHT" | "WRONG";
  reason: string;
};

export type RewardScheduleRow = Origin & {
  id: Hex;
  network: Address;
  token: Address;
  amount_per_epoch: bigint;
  first_epoch: bigint;
  epochs: bigint;
};

export type AccrualSource = "FEE" | "FORFEITED_BOND" | "SLASHED_STAKE";
export type RewardAccrualRow = Origin & {
  id: string;
  network: Address;
  token: Address;
  epoch: bigint;
  amount: bigint;
  source: AccrualSource;
  task_id: Hex | null;
};

export type RewardRootRow = Origin & {
  id: string;
  epoch: bigint;
  root: Hex;
  bundle_hash: Hex;
  total: bigint;
  activates_at: bigint;
  disabled: boolean;
  disabled_block: bigint | null;
  disabled_at: bigint | null;
  disabled_tx: Hex | null;
};

export type EpochRootRow = { epoch: bigint; root_id: string };

export type ClaimerRow = Origin & Since & { earner: Address; claimer: Address };
export type ClaimerHistoryRow = Past<ClaimerRow, "earner" | "claimer">;
export type ClaimerVersionRow = Version<ClaimerHistoryRow>;

export type RewardClaimRow = Origin & {
  id: string;
  earner: Address;
  token: Address;
  recipient: Address;
  amount: bigint;
  cumulative: bigint;
};

export type ClaimedRow = { earner: Address; token: Address; cumulative: bigint };

/** Whose hour or day it is: `subject` is the zero address for TOTAL; `start` its first second. */
type Bucket = { scope: "TOTAL" | "NETWORK" | "OPERATOR"; subject: Address; start: bigint };

export type ActivityRow = Bucket & {
  tasks_created: bigint;
  tasks_responded: bigint;
  tasks_expired: bigint;
  tasks_finalized: bigint;
  tasks_rejected: bigint;
  challenges_raised: bigint;
  assigned: bigint;
  signed: bigint;
  slashes: bigint;
  weight: bigint | null;
};
export type StakeRow = Bucket & {
  asset: Address;
  deposited: bigint;
  withdrawn: bigint;
  slashed: bigint;
  staked: bigint | null;
};
export type RewardFlowRow = Bucket & {
  token: Address;
  fees: bigint;
  forfeited_bonds: bigint;
  slashed_stake: bigint;
  claimed: bigint;
};

/** Ponder's own checkpoint of one chain; each is 75 digits: timestamp 10, chain id 16, block 16, transaction 16, type 1, event 16. */
export type PonderCheckpointRow = {
  chain_name: string;
  chain_id: bigint;
  latest_checkpoint: string;
  safe_checkpoint: string;
  finalized_checkpoint: string;
};

export type IndexerTables = {
  "indexer.asset": AssetRow;
  "indexer.operator": OperatorRow;
  "indexer.operator_history": OperatorHistoryRow;
  "indexer.operator_version": OperatorVersionRow;
  "indexer.pause": PauseRow;
  "indexer.pause_history": PauseHistoryRow;
  "indexer.pause_version": PauseVersionRow;
  "indexer.commission": CommissionRow;
  "indexer.network": NetworkRow;
  "indexer.network_history": NetworkHistoryRow;
  "indexer.network_version": NetworkVersionRow;
  "indexer.network_parameters": NetworkParametersRow;
  "indexer.network_asset": NetworkAssetRow;
  "indexer.network_asset_history": NetworkAssetHistoryRow;
  "indexer.network_asset_version": NetworkAssetVersionRow;
  "indexer.network_operator": NetworkOperatorRow;
  "indexer.network_operator_history": NetworkOperatorHistoryRow;
  "indexer.network_operator_version": NetworkOperatorVersionRow;
  "indexer.operator_weight": OperatorWeightRow;
  "indexer.operator_weight_history": OperatorWeightHistoryRow;
  "indexer.operator_weight_version": OperatorWeightVersionRow;
  "indexer.aggregate_key_checkpoint": AggregateKeyCheckpointRow;
  "indexer.pool": PoolRow;
  "indexer.pool_history": PoolHistoryRow;
  "indexer.pool_version": PoolVersionRow;
  "indexer.allocation": AllocationRow;
  "indexer.allocation_history": AllocationHistoryRow;
  "indexer.allocation_version": AllocationVersionRow;
  "indexer.pool_magnitude": PoolMagnitudeRow;
  "indexer.pool_magnitude_history": PoolMagnitudeHistoryRow;
  "indexer.pool_magnitude_version": PoolMagnitudeVersionRow;
  "indexer.delegation": DelegationRow;
  "indexer.delegation_history": DelegationHistoryRow;
  "indexer.delegation_version": DelegationVersionRow;
  "indexer.withdrawal": WithdrawalRow;
  "indexer.task": TaskRow;
  "indexer.assignment": AssignmentRow;
  "indexer.task_operators": TaskOperatorsRow;
  "indexer.non_signer": NonSignerRow;
  "indexer.participation": ParticipationRow;
  "indexer.challenge": ChallengeRow;
  "indexer.challenge_history": ChallengeHistoryRow;
  "indexer.challenge_version": ChallengeVersionRow;
  "indexer.slash": SlashRow;
  "indexer.pool_slash": PoolSlashRow;
  "indexer.report_commitment": ReportCommitmentRow;
  "indexer.event": EventRow;
  "indexer.ruling": RulingRow;
  "indexer.reward_schedule": RewardScheduleRow;
  "indexer.reward_accrual": RewardAccrualRow;
  "indexer.reward_root": RewardRootRow;
  "indexer.epoch_root": EpochRootRow;
  "indexer.claimer": ClaimerRow;
  "indexer.claimer_history": ClaimerHistoryRow;
  "indexer.claimer_version": ClaimerVersionRow;
  "indexer.reward_claim": RewardClaimRow;
  "indexer.claimed": ClaimedRow;
  "indexer.activity_hour": ActivityRow;
  "indexer.activity_day": ActivityRow;
  "indexer.stake_hour": StakeRow;
  "indexer.stake_day": StakeRow;
  "indexer.reward_hour": RewardFlowRow;
  "indexer.reward_day": RewardFlowRow;
  "indexer._ponder_checkpoint": PonderCheckpointRow;
};
