import { type Kysely, sql } from "kysely";

/**
 * Reward epochs in stages: groups with parallel arrays in place of a row per delegator and per earner. Epochs that were
 * calculated before are converted. Text is compared by bytes, as everywhere in the rules.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nektar.reward_epoch
    add column stage integer not null default 0,
    add column first_block_hash text,
    add column last_block_hash text,
    add column code_version text,
    add column inputs text,
    add column chain_check text`.execute(db);
  await sql`update nektar.reward_epoch set stage = 7 where state <> 'calculating'`.execute(db);
  await sql`alter table nektar.reward_epoch
    drop constraint reward_epoch_state_check,
    add constraint reward_epoch_state_check
      check (state in ('calculating', 'calculated', 'submitted', 'mismatch', 'reorganised'))`.execute(db);
  await createTables(db);
  await convert(db);
  await sql`drop table nektar.reward_delegator`.execute(db);
  await sql`drop table nektar.reward_leaf`.execute(db);
  await sql`create view nektar.reward_delegator as
    select pool.epoch, pool.network, pool.token, pool.operator, pool.asset, holder.delegator,
      holder.share_seconds, div(pool.shared * holder.share_seconds, pool.share_seconds)::numeric(78,0) as amount
    from nektar.reward_pool pool
    join nektar.reward_holding holding using (epoch, operator, asset)
    cross join lateral unnest(holding.delegators, holding.seconds) as holder (delegator, share_seconds)
    where pool.shared > 0`.execute(db);
  // What the API answers from tells of its changes.
  await sql`create trigger tell_change after insert or update or delete or truncate on nektar.reward_total
    for each statement execute function nektar.tell_change()`.execute(db);
}

async function createTables(db: Kysely<unknown>): Promise<void> {
  await sql`create table nektar.reward_weight (
    epoch numeric(78,0) not null, network text not null, operator text not null, asset text not null,
    weight_seconds numeric(78,0) not null,
    primary key (epoch, network, operator, asset))`.execute(db);
  await sql`create table nektar.reward_shard (
    epoch numeric(78,0) not null, shard integer not null, first_operator text not null, last_operator text not null,
    intervals bigint not null, done boolean not null default false, updated_at timestamptz not null default now(),
    primary key (epoch, shard))`.execute(db);
  await sql`create table nektar.reward_holding (
    epoch numeric(78,0) not null, operator text collate "C" not null, asset text collate "C" not null,
    share_seconds numeric(78,0) not null, delegators text[] not null, seconds numeric(78,0)[] not null, digest text,
    primary key (epoch, operator, asset))`.execute(db);
  await sql`create table nektar.reward_credit (
    epoch numeric(78,0) not null, range text not null, shard integer not null, token text not null,
    earners text[] not null, amounts numeric(78,0)[] not null,
    primary key (epoch, range, token, shard))`.execute(db);
  await sql`create table nektar.reward_total (
    bucket text collate "C" not null, token text collate "C" not null, epoch numeric(78,0) not null,
    earners text[] not null, totals numeric(78,0)[] not null, earned numeric(78,0)[] not null,
    leaves integer not null, primary key (bucket, token, epoch))`.execute(db);
  // Compressing hex and numerals costs more time than the space is worth.
  await sql`alter table nektar.reward_holding alter delegators set storage external, alter seconds set storage external`.execute(
    db,
  );
  await sql`alter table nektar.reward_total
    alter earners set storage external, alter totals set storage external, alter earned set storage external`.execute(
    db,
  );
  await sql`create table nektar.reward_bundle (
    epoch numeric(78,0) not null, part integer not null, bytes bytea not null,
    primary key (epoch, part))`.execute(db);
  await sql`alter table nektar.reward_bundle alter bytes set storage external`.execute(db);
}

async function convert(db: Kysely<unknown>): Promise<void> {
  await sql`insert into nektar.reward_weight
    select distinct epoch, network, operator, asset, weight_seconds from nektar.reward_pool`.execute(db);
  await sql`insert into nektar.reward_holding
    select epoch, operator, asset, sum(share_seconds), array_agg(delegator order by delegator collate "C"),
      array_agg(share_seconds order by delegator collate "C")
    from (select distinct epoch, operator, asset, delegator, share_seconds from nektar.reward_delegator) line
    group by epoch, operator, asset`.execute(db);
  await sql`insert into nektar.reward_total
    select substr(earner, 3, 3), token, epoch, array_agg(earner order by earner collate "C"),
      array_agg(cumulative order by earner collate "C"), array_agg(earned order by earner collate "C"), count(*)
    from (
      select earner, token, epoch, cumulative,
        cumulative - coalesce(lag(cumulative) over (partition by earner, token order by epoch), 0) as earned
      from nektar.reward_leaf) leaf
    group by substr(earner, 3, 3), token, epoch
    having sum(earned) > 0`.execute(db);
}
