-- What everything else is derived from: names become hashes, numbers become blocks, so that the same size gives the same rows.
-- `size` (operators, networks, delegations, tasks) was made by createDataSet.ts.
create function pg_temp.hash(name text) returns text language sql immutable as
  $$ select '0x' || encode(sha256(convert_to(name, 'UTF8')), 'hex') $$;
create function pg_temp.address(name text) returns text language sql immutable as
  $$ select left(pg_temp.hash(name), 42) $$;
-- 0 <= pick < below, as if drawn.
create function pg_temp.pick(name text, below bigint) returns bigint language sql immutable as
  $$ select ('x' || left(md5(name), 8))::bit(32)::bigint % below $$;
create function pg_temp.at(block numeric) returns numeric language sql immutable as
  $$ select 1700000000 + 12 * block $$;
create function pg_temp.tx(block numeric) returns text language sql immutable as
  $$ select pg_temp.hash('transaction ' || block) $$;

-- Stake comes and goes from `stake` on, tasks from `tasks` on, every second block; all ends at `head`.
create temp table clock as
  select 1000 + 2 * operators as stake, 8000 + 2 * operators as tasks, 8000 + 2 * operators + 2 * tasks as head from size;

create temp table operator_no as
  select i::int as no, pg_temp.address('operator ' || i) as address, 1000 + 2 * i as block
  from size, generate_series(0, operators - 1) as i;
create temp table network_no as
  select n::int as no, pg_temp.address('network ' || n) as address, 100 + n as block,
    -- How many operators have weight in it at a time.
    (10 + n)::int as width
  from size, generate_series(0, networks - 1) as n;
create temp table asset_no as
  select a::int as no, pg_temp.address('asset ' || a) as address, 10 + a as block from generate_series(0, 2) as a;

-- Operators serve in shifts: member `k` of a network has weight in `[since, until)`, `width` of them at any block, each
-- operator in three networks.
create temp table member as
  with numbered as (
    select network.no as network_no, network.address as network, network.width, operator.address as operator,
      row_number() over (partition by network.no order by pg_temp.pick('member ' || operator.no || ' ' || network.no, 1000000007), operator.no) - 1 as k
    from operator_no as operator, generate_series(0, 2) as j
    join network_no as network on true cross join size
    where network.no = (operator.no + j * 3) % networks
  ), steps as (
    select network_no, (head - stake) / greatest(count(*) - max(width), 1) + 1 as step
    from numbered, clock group by network_no, head, stake
  )
  select network_no, network, operator, k::int, width, step::bigint,
    greatest(stake, stake + (k - width + 1) * step) as since, stake + (k + 1) * step as until
  from numbered join steps using (network_no) cross join clock
  where stake + (k - width + 1) * step <= head;

-- Every change of a membership: ten weights in a shift, then none.
create temp table member_change as
  with changes as (
    select network_no, network, operator, k, since + j * greatest((until - since) / 10, 1) as block,
      -- Divisible by ten, so that its parts per asset are whole.
      ((100 + pg_temp.pick('weight ' || network || operator, 900) + 10 * j) * 10)::numeric * 1e18 as weight, true as opted_in
    from member, generate_series(0, 9) as j
    where since + j * greatest((until - since) / 10, 1) < until
    union all
    select network_no, network, operator, k, until, 0, false from member
  )
  select network_no, network, operator, k, block, weight, opted_in,
    lag(weight, 1, 0) over versions as weight_before, lead(block) over versions as until_block
  from changes, clock where block <= head
  window versions as (partition by network_no, k order by block);
create index on member_change (network_no, k);
analyze member, member_change, operator_no, network_no;
