-- The indexer's tables as plain ones, for tests: same names, columns and keys as indexer/ponder.schema.ts gives them.
create schema indexer;

create table indexer._ponder_checkpoint (
  chain_name text primary key, chain_id bigint not null,
  latest_checkpoint varchar(75) not null, safe_checkpoint varchar(75) not null, finalized_checkpoint varchar(75) not null
);
create table indexer.asset (
  address text primary key, symbol text not null, decimals integer not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null
);
create table indexer.operator (
  address text primary key, payout text not null, bls_key text not null, metadata_uri text not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null
);
create table indexer.commission (
  operator text not null, effective_epoch numeric(78,0) not null, commission_bps integer not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null,
  primary key (operator, effective_epoch)
);
create table indexer.network (
  address text primary key, owner text not null, metadata_uri text not null, status text not null,
  total_weight numeric(78,0) not null, operators text[] not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null
);
create table indexer.network_parameters (
  network text not null, effective_epoch numeric(78,0) not null, minimum_weight numeric(78,0) not null,
  minimum_operators integer not null, quorum_bps integer not null, performance_bps integer not null,
  response_window numeric(78,0) not null, challenge_window numeric(78,0) not null, resolution_window numeric(78,0) not null,
  fee_token text not null, base_fee numeric(78,0) not null, fee_per_byte numeric(78,0) not null,
  bond_token text not null, bond numeric(78,0) not null,
  wrong_response_slash_bps integer not null, equivocation_slash_bps integer not null,
  challenger_share_bps integer not null, reporter_share_bps integer not null,
  slash_sink text not null, slash_recipient text not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null,
  primary key (network, effective_epoch)
);
create table indexer.network_asset (
  network text not null, asset text not null, multiplier numeric(78,0) not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null,
  primary key (network, asset)
);
create table indexer.network_operator (
  network text not null, operator text not null, opted_in boolean not null, slashable_until numeric(78,0),
  weight numeric(78,0) not null, weight_block numeric(78,0) not null, weight_before numeric(78,0) not null,
  assigned_tasks numeric(78,0) not null, signed_tasks numeric(78,0) not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null,
  primary key (network, operator)
);
create table indexer.operator_weight (
  network text not null, operator text not null, asset text not null, weight numeric(78,0) not null,
  primary key (network, operator, asset)
);
create table indexer.pool (
  operator text not null, asset text not null, total_assets numeric(78,0) not null, total_shares numeric(78,0) not null,
  queued_shares numeric(78,0) not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null,
  primary key (operator, asset)
);
create table indexer.delegation (
  delegator text not null, operator text not null, asset text not null, shares numeric(78,0) not null,
  updated_at numeric(78,0) not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null,
  primary key (delegator, operator, asset)
);
create table indexer.withdrawal (
  id text primary key, delegator text not null, operator text not null, asset text not null, shares numeric(78,0) not null,
  unlock_at numeric(78,0) not null, assets_paid numeric(78,0), assets_lost_to_slashing numeric(78,0),
  completed_at numeric(78,0), completed_tx text,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null
);
create table indexer.task (
  id text primary key, network text not null, creator text not null, payload text not null,
  reference_block numeric(78,0) not null, deadline numeric(78,0) not null, quorum_bps integer not null,
  fee_token text not null, fee numeric(78,0) not null, status text not null, created_log_index integer not null,
  total_weight numeric(78,0) not null, response text, response_hash text, signed_weight numeric(78,0), aggregator text,
  challenge_deadline numeric(78,0), responded_block numeric(78,0), responded_at numeric(78,0), responded_tx text,
  closed_block numeric(78,0), closed_at numeric(78,0), closed_tx text,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null
);
create index on indexer.task (created_block, created_log_index);
create table indexer.participation (
  task_id text not null, operator text not null, network text not null, weight numeric(78,0) not null, signed boolean,
  primary key (task_id, operator)
);
create index on indexer.participation (operator, network);
create table indexer.pause (
  "group" text primary key, paused boolean not null, account text not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null
);
create table indexer.allocation (
  operator text not null, network text not null, asset text not null, magnitude numeric(78,0) not null,
  next_magnitude numeric(78,0) not null, effective_at numeric(78,0) not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null,
  primary key (operator, network, asset)
);
create table indexer.pool_magnitude (
  operator text not null, asset text not null, total_magnitude numeric(78,0) not null, primary key (operator, asset)
);
create table indexer.challenge (
  id text primary key, task_id text not null, network text not null, challenger text not null, bond_token text not null,
  bond numeric(78,0) not null, resolve_by numeric(78,0) not null, outcome text not null,
  bond_returned numeric(78,0), bond_held numeric(78,0) not null, resolved_at numeric(78,0), resolved_tx text,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null
);
create table indexer.slash (
  id text primary key, operator text not null, network text not null, task_id text not null, offence text not null,
  reporter text not null, evidence_hash text not null, fraction numeric(78,0) not null, created_log_index integer not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null
);
create table indexer.pool_slash (
  slash_id text not null, operator text not null, asset text not null, network text not null,
  magnitude_slashed numeric(78,0) not null, magnitude_after numeric(78,0) not null, total_magnitude_after numeric(78,0) not null,
  fraction numeric(78,0), active_slashed numeric(78,0), queued_slashed numeric(78,0),
  assets_per_share_before numeric(78,0), assets_per_share_after numeric(78,0),
  reporter_amount numeric(78,0), sink text, sink_recipient text, sink_amount numeric(78,0),
  distributed_at numeric(78,0), distributed_tx text,
  block numeric(78,0) not null, log_index integer not null, "timestamp" numeric(78,0) not null,
  primary key (slash_id, asset)
);
create table indexer.event (
  block numeric(78,0) not null, log_index integer not null, "timestamp" numeric(78,0) not null, tx text not null,
  address text not null, contract text not null, name text not null, args text not null,
  primary key (block, log_index)
);
create table indexer.ruling (
  network text not null, task_id text not null, response_hash text not null, verdict text not null, reason text not null,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null,
  primary key (network, task_id, response_hash)
);
create index on indexer.ruling (task_id);
create table indexer.reward_root (
  id text primary key, epoch numeric(78,0) not null, root text not null, bundle_hash text not null,
  total numeric(78,0) not null, activates_at numeric(78,0) not null, disabled boolean not null,
  disabled_at numeric(78,0), disabled_tx text,
  created_block numeric(78,0) not null, created_at numeric(78,0) not null, created_tx text not null
);
create table indexer.epoch_root (epoch numeric(78,0) primary key, root_id text not null);
create table indexer.claimed (
  earner text not null, token text not null, cumulative numeric(78,0) not null, primary key (earner, token)
);
