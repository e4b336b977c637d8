import { sql } from "kysely";
import { keysOf, lastRow, placeIn } from "../../lib/rewards/totalQueries.ts";
import { connection } from "../plan/connection.ts";
import { column, value } from "../plan/fields.ts";
import { list } from "../plan/list.ts";
import type { ObjectPlan, Row } from "../plan/objectType.ts";
import { orders } from "../plan/order.ts";
import { happened, type Scope } from "../plan/scope.ts";
import type { Sql } from "../plan/text.ts";

/** `bucketOf` of `lib/rewards/totalQueries.ts`, in SQL. */
const bucketOf = (earner: Sql): Sql => sql`substr(${earner}, 3, 3)`;

/**
 * The newest epoch that is calculated, of those that had ended. Each builds on the one before, so none counts from the first on that is
 * under way or is not what the chain's logs give.
 */
const newestEpoch = ({ epoch }: Scope): Sql =>
  sql`(select max(epoch) as epoch from nektar.reward_epoch where epoch < least(${epoch}, (
    select min(epoch) from nektar.reward_epoch
    where state in ('calculating', 'reorganised') or chain_check <> 'equal')))`;

/** What an earner has claimed of a token; null when nothing. */
function claimedOf(scope: Scope, earner: Sql, token: Sql): Sql {
  const claimed = happened(scope, sql`claim.created_block`, sql`claim.created_at`);
  return claimed === undefined
    ? sql`(select claimed.cumulative from indexer.claimed as claimed
        where claimed.earner = ${earner} and claimed.token = ${token})`
    : sql`(select max(claim.cumulative) from indexer.reward_claim as claim
        where claim.earner = ${earner} and claim.token = ${token} and ${claimed})`;
}

/** A row for each token in which an address earned anything. */
function totalRows(scope: Scope, delegator: Row): Sql {
  const earner = delegator("address");
  const bucket = bucketOf(earner);
  return sql`(with recursive ${keysOf(bucket, sql`${bucket} || 'g'`)}
    select ${earner} as earner, keys.token, newest.epoch, split_part(total.totals, ',', place.at)::numeric as cumulative,
      coalesce(${claimedOf(scope, earner, sql`keys.token`)}, 0) as claimed
    from ${newestEpoch(scope)} as newest cross join keys
    cross join lateral (${lastRow(sql`newest.epoch`)}) as total
    cross join lateral (select ${placeIn(sql`total.earners`, earner)} as at) as place
    where place.at > 0)`;
}

export const rewardsOfDelegator = list("DelegatorRewards", {
  source: totalRows,
  order: (row) => [row("token")],
  typical: 3,
});

/** What was earned of one total, by epoch. */
function earnedRows(_scope: Scope, total: Row): Sql {
  return sql`(select line.epoch, line.earned from (
      select kept.epoch, split_part(kept.earned, ',', place.at)::numeric as earned
      from nektar.reward_total as kept
      cross join lateral (select ${placeIn(sql`kept.earners`, total("earner"))} as at) as place
      where kept.bucket = ${bucketOf(total("earner"))} and kept.token = ${total("token")}
        and kept.epoch <= ${total("epoch")} and place.at > 0) as line
    where line.earned > 0)`;
}

export const delegatorRewards: ObjectPlan = {
  fields: {
    token: column("token"),
    epoch: column("epoch"),
    cumulative: column("cumulative"),
    claimed: column("claimed"),
    unclaimed: value((row) => sql`greatest(${row("cumulative")} - ${row("claimed")}, 0)`),
    epochs: connection({
      type: "EarnedEpoch",
      source: earnedRows,
      order: orders("earnedEpochs", [{ column: "epoch", kind: "numeric" }], "desc"),
    }),
  },
};

export const earnedEpoch: ObjectPlan = { fields: { epoch: column("epoch"), earned: column("earned") } };
