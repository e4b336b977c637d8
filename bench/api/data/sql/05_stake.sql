insert into indexer.asset (address, symbol, decimals, staked, created_block, created_at, created_tx)
  select address, 'AST' || no, 18, 0, block, pg_temp.at(block), pg_temp.tx(block) from asset_no;

-- One to three amounts of each delegation, the first at a block of its own.
create temp table delegation_change as
  with numbered as (
    select d, pg_temp.address('delegator ' || d / 2) as delegator, operator.address as operator, asset.address as asset,
      stake + d * ((head - 2000 - stake) / size.delegations) as block
    from size, clock, generate_series(0, size.delegations - 1) as d
    join operator_no as operator on operator.no = pg_temp.pick('operator of delegation ' || d, (select operators from size))
    join asset_no as asset on asset.no = d % 3
  ), changes as (
    select delegator, operator, asset, block + j * (100 + pg_temp.pick('pace ' || d, 500)) as block,
      ((100 + pg_temp.pick('shares ' || d || ' ' || j, 900))::numeric * 1e18) as shares
    from numbered, lateral generate_series(0, pg_temp.pick('changes ' || d, 3)) as j
  )
  select *, first_value(block) over versions as created, lag(shares, 1, 0) over versions as shares_before, lead(block) over versions as until_block
  from changes window versions as (partition by delegator, operator, asset order by block);

insert into indexer.delegation (delegator, operator, asset, shares, created_block, created_at, created_tx, since_block, since_timestamp)
  select delegator, operator, asset, shares, created, pg_temp.at(created), pg_temp.tx(created), block, pg_temp.at(block)
  from delegation_change where until_block is null;
insert into indexer.delegation_history (delegator, operator, asset, shares, since_block, since_timestamp, until_block, until_timestamp)
  select delegator, operator, asset, shares, block, pg_temp.at(block), until_block, pg_temp.at(until_block)
  from delegation_change where until_block is not null;

create index on delegation_change (operator, asset, block);
analyze delegation_change;

-- Every twentieth delegator queues something; what is older than a week is paid.
insert into indexer.withdrawal
  (id, delegator, operator, asset, shares, unlock_at, assets_paid, assets_lost_to_slashing, completed_block, completed_at, completed_tx,
    created_block, created_at, created_tx)
  select pg_temp.hash('withdrawal ' || delegator || operator || asset), delegator, operator, asset, 5e18, pg_temp.at(created + 7) + 604800,
    paid, lost, done, pg_temp.at(done), pg_temp.tx(done), created + 7, pg_temp.at(created + 7), pg_temp.tx(created + 7)
  from delegation_change, clock, lateral (select case when created + 50500 < head then created + 50500 end as done) as steps,
    lateral (select case when done is not null then 5e18 end as paid, case when done is not null then 0 end as lost) as payment
  where until_block is null and pg_temp.pick('withdraws ' || delegator || asset, 20) = 0;

-- A slash takes one unit of each pool that has plenty by then.
insert into indexer.pool_slash
  (slash_id, operator, asset, network, magnitude_slashed, magnitude_after, total_magnitude_after, fraction, active_slashed, queued_slashed,
    block, log_index, timestamp)
  select slash.id, slash.operator, address, slash.network, 1e15,
    3e17 - 1e15 * row_number() over (partition by slash.operator, slash.network, address order by block),
    1e18 - 1e15 * row_number() over (partition by slash.operator, address order by block),
    1e16, 1e18, 0, block, 4 + 2 * no, pg_temp.at(block)
  from slash_no as slash, asset_no as asset (no, address, listed)
  where (select sum(shares - shares_before) from delegation_change as change
    where change.operator = slash.operator and change.asset = address and change.block < slash.block) >= 1e21;

-- Pools follow from what flowed in and out.
create temp table pool_change as
  with flows as (
    select operator, asset, block, shares - shares_before as assets, shares - shares_before as shares, 0::numeric as queued from delegation_change
    union all select operator, asset, created_block, shares, shares, shares from indexer.withdrawal
    union all select operator, asset, completed_block, -shares, -shares, -shares from indexer.withdrawal where completed_block is not null
    union all select operator, asset, block, -active_slashed, 0, 0 from indexer.pool_slash
  ), blocks as (
    select operator, asset, block, sum(assets) as assets, sum(shares) as shares, sum(queued) as queued from flows group by 1, 2, 3
  )
  select operator, asset, block, sum(assets) over versions as total_assets, sum(shares) over versions as total_shares,
    sum(queued) over versions as queued_shares, first_value(block) over versions as created, lead(block) over versions as until_block
  from blocks window versions as (partition by operator, asset order by block);
create index on pool_change (operator, asset, block);

insert into indexer.pool (operator, asset, total_assets, total_shares, queued_shares, created_block, created_at, created_tx, since_block, since_timestamp)
  select operator, asset, total_assets, total_shares, queued_shares, created, pg_temp.at(created), pg_temp.tx(created), block, pg_temp.at(block)
  from pool_change where until_block is null;
insert into indexer.pool_history (operator, asset, total_assets, total_shares, queued_shares, since_block, since_timestamp, until_block, until_timestamp)
  select operator, asset, total_assets, total_shares, queued_shares, block, pg_temp.at(block), until_block, pg_temp.at(until_block)
  from pool_change where until_block is not null;
update indexer.asset set staked = (select coalesce(sum(total_assets), 0) from indexer.pool where pool.asset = asset.address);

update indexer.pool_slash as slash set
    assets_per_share_before = div((after.total_assets + active_slashed + 1) * 1e18, after.total_shares + 1),
    assets_per_share_after = div((after.total_assets + 1) * 1e18, after.total_shares + 1),
    total_assets_after = after.total_assets, total_shares = after.total_shares
  from pool_change as after
  where after.operator = slash.operator and after.asset = slash.asset and after.block = slash.block;

insert into indexer.pool_magnitude (operator, asset, total_magnitude, since_block, since_timestamp)
  select distinct on (operator, asset) operator, asset, total_magnitude_after, block, timestamp
  from indexer.pool_slash order by operator, asset, block desc;
insert into indexer.pool_magnitude_history (operator, asset, total_magnitude, since_block, since_timestamp, until_block, until_timestamp)
  select * from (select operator, asset, total_magnitude_after, block, timestamp,
    lead(block) over versions as until_block, lead(timestamp) over versions as until_timestamp
  from indexer.pool_slash window versions as (partition by operator, asset order by block)) as versions where until_block is not null;

-- Each network has three tenths of a pool's magnitude, less what it slashed.
insert into indexer.allocation (operator, network, asset, magnitude, next_magnitude, effective_at, created_block, created_at, created_tx, since_block, since_timestamp)
  select operator, network, asset, coalesce(left_over, 3e17), coalesce(left_over, 3e17), pg_temp.at(created), created, pg_temp.at(created), pg_temp.tx(created),
    coalesce(slashed, created), pg_temp.at(coalesce(slashed, created))
  from (select operator, network, address as asset, since - 1 as created,
      (select min(magnitude_after) from indexer.pool_slash as slash
        where slash.operator = member.operator and slash.network = member.network and slash.asset = address) as left_over,
      (select max(slash.block) from indexer.pool_slash as slash
        where slash.operator = member.operator and slash.network = member.network and slash.asset = address) as slashed
    from member, asset_no) as parts;
insert into indexer.allocation_history
  (operator, network, asset, magnitude, next_magnitude, effective_at, since_block, since_timestamp, until_block, until_timestamp)
  select operator, network, asset, magnitude, magnitude, effective_at, since, pg_temp.at(since), until, pg_temp.at(until)
  from (
    select operator, network, asset, magnitude, created_at as effective_at, since, lead(since) over versions as until
    from (
      select operator, network, asset, 3e17 as magnitude, created_at, created_block as since from indexer.allocation
      union all select operator, network, asset, slash.magnitude_after, created_at, slash.block
      from indexer.pool_slash as slash join indexer.allocation using (operator, network, asset)
    ) as changes window versions as (partition by operator, network, asset order by since)
  ) as versions where until is not null;
