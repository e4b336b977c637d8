insert into indexer.operator (address, payout, bls_key, metadata_uri, created_block, created_at, created_tx, since_block, since_timestamp)
  select address, pg_temp.address('payout ' || no),
    '0x' || substr(pg_temp.hash('k1 ' || no), 3) || substr(pg_temp.hash('k2 ' || no), 3) || substr(pg_temp.hash('k3 ' || no), 3) || substr(pg_temp.hash('k4 ' || no), 3),
    'https://operators.example/' || no || '/3.json', block, pg_temp.at(block), pg_temp.tx(block),
    stake + 4000 + no, pg_temp.at(stake + 4000 + no)
  from operator_no, clock;
insert into indexer.operator_history (address, payout, metadata_uri, since_block, since_timestamp, until_block, until_timestamp)
  select address, pg_temp.address('payout ' || no), 'https://operators.example/' || no || '/' || version || '.json',
    since, pg_temp.at(since), until, pg_temp.at(until)
  from operator_no, clock, lateral (values
    (1, block, stake + 2000 + no), (2, stake + 2000 + no, stake + 4000 + no)) as versions (version, since, until);

insert into indexer.commission (operator, effective_epoch, commission_bps, created_block, created_at, created_tx)
  select address, 0, 300 + no % 700, block, pg_temp.at(block), pg_temp.tx(block) from operator_no
  union all
  select address, 3, 250 + no % 700, stake + no, pg_temp.at(stake + no), pg_temp.tx(stake + no)
  from operator_no, clock where no % 3 = 0;

create temp table network_change as
  with sums as (
    select network_no, network, block, sum(weight - weight_before) as delta from member_change group by 1, 2, 3
    union all select no, address, block, 0 from network_no
  )
  select network_no, network, block, sum(delta) over versions as total_weight, lead(block) over versions as until_block
  from sums window versions as (partition by network_no order by block);

insert into indexer.network (address, owner, metadata_uri, status, total_weight, operators, created_block, created_at, created_tx, since_block, since_timestamp)
  select address, pg_temp.address('owner ' || no), 'https://networks.example/' || no || '.json', 'WHITELISTED', total_weight,
    (select array_agg(operator order by since, operator) from member where member.network_no = no),
    network.block, pg_temp.at(network.block), pg_temp.tx(network.block), change.block, pg_temp.at(change.block)
  from network_no as network join network_change as change on change.network_no = no and until_block is null;
insert into indexer.network_history (address, owner, metadata_uri, status, total_weight, since_block, since_timestamp, until_block, until_timestamp)
  select network, pg_temp.address('owner ' || network_no), 'https://networks.example/' || network_no || '.json', 'WHITELISTED',
    total_weight, block, pg_temp.at(block), until_block, pg_temp.at(until_block)
  from network_change where until_block is not null;

insert into indexer.network_parameters
  (network, effective_epoch, minimum_weight, minimum_operators, quorum_bps, performance_bps, response_window, challenge_window,
    resolution_window, fee_token, base_fee, fee_per_byte, bond_token, bond, wrong_response_slash_bps, equivocation_slash_bps,
    challenger_share_bps, reporter_share_bps, slash_sink, slash_recipient, created_block, created_at, created_tx)
  select address, epoch, 1e18, 3, 6600, 5000, 6000, 6000, 6000, pg_temp.address('token'), 1e19, 1e9, pg_temp.address('token'), 1e20,
    100, 5000, 2000, 1000, 'REWARD_POT', '0x' || repeat('0', 40), block, pg_temp.at(block), pg_temp.tx(block)
  from network_no, (values (0), (2)) as epochs (epoch);

insert into indexer.network_asset (network, asset, multiplier, created_block, created_at, created_tx, since_block, since_timestamp)
  select network.address, asset.address, 1e18, network.block, pg_temp.at(network.block), pg_temp.tx(network.block), network.block, pg_temp.at(network.block)
  from network_no as network, asset_no as asset where asset.no < 2;

insert into indexer.network_operator
  (network, operator, opted_in, slashable_until, weight, weight_block, weight_before, assigned_tasks, signed_tasks,
    created_block, created_at, created_tx, since_block, since_timestamp)
  select network, operator, opted_in, case when not opted_in then pg_temp.at(block) + 86400 end, weight, block, weight_before, 0, 0,
    since, pg_temp.at(since), pg_temp.tx(since), block, pg_temp.at(block)
  from member_change join member using (network, operator, network_no, k) where until_block is null;
insert into indexer.network_operator_history
  (network, operator, opted_in, slashable_until, weight, since_block, since_timestamp, until_block, until_timestamp)
  select network, operator, opted_in, null, weight, block, pg_temp.at(block), until_block, pg_temp.at(until_block)
  from member_change where until_block is not null;

-- Three fifths of a weight are of the first asset, two of the second.
insert into indexer.operator_weight (network, operator, asset, weight, since_block, since_timestamp)
  select network, operator, address, div(weight * (3 - no), 5), block, pg_temp.at(block)
  from member_change, asset_no as asset (no, address, listed) where no < 2 and until_block is null;
insert into indexer.operator_weight_history (network, operator, asset, weight, since_block, since_timestamp, until_block, until_timestamp)
  select network, operator, address, div(weight * (3 - no), 5), block, pg_temp.at(block), until_block, pg_temp.at(until_block)
  from member_change, asset_no as asset (no, address, listed) where no < 2 and until_block is not null;

insert into indexer.pause ("group", paused, account, created_block, created_at, created_tx, since_block, since_timestamp)
  values ('DEPOSITS', false, pg_temp.address('guardian'), 60, pg_temp.at(60), pg_temp.tx(60), 60, pg_temp.at(60));
insert into indexer.pause_history ("group", paused, account, created_block, created_at, created_tx, since_block, since_timestamp, until_block, until_timestamp)
  values ('DEPOSITS', true, pg_temp.address('guardian'), 50, pg_temp.at(50), pg_temp.tx(50), 50, pg_temp.at(50), 60, pg_temp.at(60));
