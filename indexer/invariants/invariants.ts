/**
 * What must hold of the rows of any one moment, whatever the chain did. `violations` is a `select` of the rows that break it
 * (`row`, and what it `said` where something else was `wanted`), in one statement, so that it sees one moment.
 * `$1` is a block: nothing that was checked before has changed below it.
 */
export type Invariant = { readonly name: string; readonly violations: string };

const recentTasks = "task.created_block > $1 or task.responded_block > $1 or task.closed_block > $1";

export const invariants: readonly Invariant[] = [
  {
    name: "POOL_SHARES",
    violations: `
      select pool.operator || ' ' || pool.asset as row, total_shares as said, active + queued_shares as wanted
      from indexer.pool join lateral (
        select coalesce(sum(shares), 0) as active from indexer.delegation
        where delegation.operator = pool.operator and delegation.asset = pool.asset
      ) as delegated on true
      where pool.since_block > $1 and total_shares <> active + queued_shares`,
  },
  {
    name: "QUEUED_SHARES",
    violations: `
      select pool.operator || ' ' || pool.asset as row, queued_shares as said, waiting as wanted
      from indexer.pool join lateral (
        select coalesce(sum(shares), 0) as waiting from indexer.withdrawal
        where withdrawal.operator = pool.operator and withdrawal.asset = pool.asset and completed_at is null
      ) as withdrawals on true
      where pool.since_block > $1 and queued_shares <> waiting`,
  },
  {
    name: "STAKE_OF_ASSETS",
    violations: `
      select address as row, staked as said, pooled as wanted
      from indexer.asset join lateral (
        select coalesce(sum(total_assets), 0) as pooled from indexer.pool where pool.asset = address
      ) as pools on true
      where staked <> pooled`,
  },
  {
    name: "WEIGHT_OF_OPERATORS",
    violations: `
      select member.network || ' ' || member.operator as row, member.weight as said, by_asset as wanted
      from indexer.network_operator as member join lateral (
        select coalesce(sum(weight), 0) as by_asset from indexer.operator_weight as part
        where part.network = member.network and part.operator = member.operator
      ) as parts on true
      where member.since_block > $1 and member.weight <> by_asset`,
  },
  {
    name: "WEIGHT_OF_NETWORKS",
    violations: `
      select address as row, total_weight as said, by_operator as wanted
      from indexer.network join lateral (
        select coalesce(sum(weight), 0) as by_operator from indexer.network_operator where network = address
      ) as members on true
      where total_weight <> by_operator`,
  },
  {
    name: "ALLOCATED_MAGNITUDE",
    violations: `
      select operator || ' ' || asset as row, sum(greatest(magnitude, next_magnitude)) as said,
        coalesce(max(total_magnitude), 1e18) as wanted
      from indexer.allocation left join indexer.pool_magnitude using (operator, asset)
      group by operator, asset
      having sum(case when effective_at > (select timestamp from indexer.event order by block desc, log_index desc limit 1) then greatest(magnitude, next_magnitude)
        else next_magnitude end) > coalesce(max(total_magnitude), 1e18)`,
  },
  {
    name: "ASSIGNED_OPERATORS",
    violations: `
      select task.id as row, (select count(*) from indexer.participation where task_id = task.id) as said,
        eligible as wanted
      from indexer.task join lateral (
        select count(*) as eligible from indexer.network_operator_version as member
        where member.network = task.network and weight > 0 and since_block <= reference_block
          and (until_block > reference_block or until_block is null)
      ) as members on true
      where task.created_block > $1
        and eligible <> (select count(*) from indexer.participation where task_id = task.id)`,
  },
  {
    name: "WEIGHT_OF_TASKS",
    violations: `
      select task.id as row, total_weight as said, assigned as wanted
      from indexer.task join lateral (
        select coalesce(sum(weight), 0) as assigned from indexer.participation where task_id = task.id
      ) as parts on true
      where task.created_block > $1 and total_weight <> assigned`,
  },
  {
    name: "WEIGHT_OF_SIGNERS",
    violations: `
      select task.id as row, signed_weight as said, signed as wanted
      from indexer.task join lateral (
        select coalesce(sum(weight) filter (where signed), 0) as signed, count(*) filter (where signed is null) as untold
        from indexer.participation where task_id = task.id
      ) as parts on true
      where (${recentTasks}) and responded_block is not null and (signed_weight <> signed or untold > 0)`,
  },
  {
    name: "COUNTS_OF_OPERATORS",
    violations: `
      select counted.operator as row, counted.signed as said, hours.signed as wanted
      from (select operator, sum(assigned_tasks) as assigned, sum(signed_tasks) as signed
        from indexer.network_operator group by operator) as counted
      left join (select subject as operator, sum(assigned) as assigned, sum(signed) as signed
        from indexer.activity_hour where scope = 'OPERATOR' group by subject) as hours using (operator)
      where (counted.assigned, counted.signed) <> (coalesce(hours.assigned, 0), coalesce(hours.signed, 0))`,
  },
  {
    name: "CLAIMED",
    violations: `
      select claimed.earner || ' ' || claimed.token as row, cumulative as said, paid as wanted
      from indexer.claimed join lateral (
        select coalesce(sum(amount), 0) as paid from indexer.reward_claim
        where reward_claim.earner = claimed.earner and reward_claim.token = claimed.token
      ) as claims on true
      where cumulative <> paid`,
  },
];
