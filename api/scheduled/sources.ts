import { sql } from "kysely";
import { zeroAddress } from "viem";
import type { EpochSchedule } from "../../lib/protocol/epochs.ts";
import { parameterColumns } from "../networks/parameterColumns.ts";
import { parameterRows } from "../networks/sources.ts";
import { commissionRows } from "../operators/sources.ts";
import { happened, type Scope } from "../plan/scope.ts";
import type { Source } from "../plan/source.ts";
import { type Sql, whereAll } from "../plan/text.ts";
import { startOfEpoch } from "../rewards/epochTimes.ts";

/** Of what a change has none of: so that every row has a whole key. */
const none = sql.lit(zeroAddress);

/** Tells changes of one moment apart: `place` says which of all that can change it is. */
const commissionPlace = 0;
const allocationPlace = 1;
const firstParameterPlace = 2;

/** Later commissions of an operator; what it registered with was no change. */
const commissionChanges = (schedule: EpochSchedule, scope: Scope): Sql => sql`
  select 'COMMISSION' as kind, ${sql.lit(commissionPlace)} as place, null as parameter, false as addresses,
    operator, ${none} as network, ${none} as asset, old::text as old_value, commission_bps::text as new_value,
    ${startOfEpoch(schedule, sql`effective_epoch`)} as effective_at, created_block as announced_block,
    created_at as announced_at
  from (select announced.*, lag(commission_bps) over (partition by operator order by effective_epoch) as old
    from ${commissionRows(scope)} as announced) as commission
  where old is not null`;

/**
 * Changes of allocations, as they were announced. A slash scales what waits and keeps its time; an announcement that another
 * one replaced before its time never had an effect.
 */
const allocationChanges = (scope: Scope): Sql => {
  const known = happened(scope, sql.ref("version.since_block"), sql.ref("version.since_timestamp"));
  return sql`
  select distinct on (operator, network, asset, effective_at)
    'ALLOCATION' as kind, ${sql.lit(allocationPlace)} as place, null as parameter, false as addresses,
    operator, network, asset, magnitude::text as old_value, next_magnitude::text as new_value,
    effective_at, since_block as announced_block, since_timestamp as announced_at
  from (select version.*,
      lead(effective_at) over later as later_effective_at, lead(since_timestamp) over later as later_since
    from indexer.allocation_version as version ${whereAll(known === undefined ? [] : [known])}
    window later as (partition by operator, network, asset order by since_block)) as announced
  where later_since is null or later_since >= effective_at or later_effective_at = effective_at
  order by operator, network, asset, effective_at, since_block`;
};

/** What a network's later parameters changed, each for itself. */
const parameterChanges = (schedule: EpochSchedule, scope: Scope): Sql => {
  const columns = Object.entries(parameterColumns);
  const changes = columns.map(([name, column], index) => {
    const value = (row: string) => sql`${sql.ref(`${row}.${column}`)}::text`;
    const isAddress = sql.lit(["fee_token", "bond_token", "slash_recipient"].includes(column));
    return sql`(${sql.lit(firstParameterPlace + index)}, ${sql.lit(name)}, ${isAddress}, ${value("old")}, ${value("new")})`;
  });
  return sql`
  select 'PARAMETER' as kind, changed.place, changed.parameter, changed.addresses,
    ${none} as operator, new.network, ${none} as asset, changed.old_value, changed.new_value,
    ${startOfEpoch(schedule, sql`new.effective_epoch`)} as effective_at, new.created_block as announced_block,
    new.created_at as announced_at
  from (select announced.*, lag(effective_epoch) over (partition by network order by effective_epoch) as old_epoch
    from ${parameterRows(scope)} as announced) as new
  join ${parameterRows(scope)} as old on old.network = new.network and old.effective_epoch = new.old_epoch
  cross join lateral (values ${sql.join(changes)}) as changed(place, parameter, addresses, old_value, new_value)
  where changed.old_value <> changed.new_value`;
};

/** Everything that was announced to change at a time, with whether it has its effect as of the scope. */
export const changeRows =
  (schedule: EpochSchedule): Source =>
  (scope) =>
    sql`(
  select change.*, case when effective_at > ${scope.now} then 'WAITING'
    when lead(effective_at) over (partition by place, operator, network, asset order by effective_at) <= ${scope.now}
    then 'REPLACED' else 'IN_FORCE' end as status
  from (${commissionChanges(schedule, scope)} union all (${allocationChanges(scope)})
    union all ${parameterChanges(schedule, scope)}) as change)`;
