import { sql } from "kysely";
import { type Address, zeroAddress } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";

/** Reads and writes of stages 3 and 4. */

export type CreditedRange = {
  /** First hex digits of earners. */
  readonly range: string;
  /** How often an earner of the range was credited: once by each shard and token that it earned of. */
  readonly credits: number;
};

/** What the shards found, by range, ascending. The number of credits is told by the length of their text, which is not read. */
export async function listRanges(db: Database, epoch: bigint): Promise<CreditedRange[]> {
  const { rows } = await sql<CreditedRange>`
    select range, (sum(octet_length(earners) + 1) / ${sql.lit(zeroAddress.length + 1)})::integer as credits
    from nektar.reward_credit where epoch = ${epoch}
    group by range order by range collate "C"`.execute(db);
  return rows;
}

export type CreditRow = {
  readonly token: Address;
  readonly earners: readonly Address[];
  readonly amounts: readonly bigint[];
};

/** What all shards found for the earners of some ranges. */
export async function readCredits(
  db: Database,
  epoch: bigint,
  ranges: readonly string[],
): Promise<CreditRow[]> {
  const rows = await db
    .selectFrom("nektar.reward_credit")
    .select(["token", "earners", "amounts"])
    .where("epoch", "=", epoch)
    .where("range", "in", ranges)
    .execute();
  return rows.map(({ token, earners, amounts }) => ({
    token,
    earners: earners.split(",") as Address[],
    amounts: amounts.split(",").map(BigInt),
  }));
}

export async function deleteCredits(db: Database, epoch: bigint): Promise<void> {
  await db.deleteFrom("nektar.reward_credit").where("epoch", "=", epoch).execute();
}

/** Writes what each pot paid, from the lines themselves, and what it carries. */
export async function settlePotRows(db: Database, epoch: bigint): Promise<void> {
  await sql`
    with commissions as (
      select network, token, sum(commission) as paid from nektar.reward_operator
      where epoch = ${epoch} group by network, token
    ), pools as (
      select network, token, sum(paid) as paid from nektar.reward_pool
      where epoch = ${epoch} group by network, token
    )
    update nektar.reward_pot pot
    set paid = line.paid, carry_out = pot.pot - line.paid
    from (
      select network, token, coalesce(commissions.paid, 0) + coalesce(pools.paid, 0) as paid
      from nektar.reward_pot p left join commissions using (network, token) left join pools using (network, token)
      where p.epoch = ${epoch}
    ) line
    where pot.epoch = ${epoch} and pot.network = line.network and pot.token = line.token`.execute(db);
}

export type Breach = { readonly rule: string; readonly subject: string };

/** Every way in which an epoch's rows contradict section 6; empty when each part adds up. */
export async function findBreaches(db: Database, epoch: bigint): Promise<Breach[]> {
  const { rows } = await sql<Breach>`
    select 'a pot adds up' as rule, network || ' ' || token as subject from nektar.reward_pot
    where epoch = ${epoch} and (carry_out < 0 or paid < 0 or paid + carry_out <> pot
      or scheduled + fees + forfeited + carry_in <> pot)
    union all
    select 'an operator''s part adds up', network || ' ' || token || ' ' || operator from nektar.reward_operator
    where epoch = ${epoch} and (gross < 0 or commission < 0 or shared < 0 or commission + shared <> gross)
    union all
    select 'operators get no more than the pot', network || ' ' || token from nektar.reward_operator
    join nektar.reward_pot using (epoch, network, token)
    where epoch = ${epoch} group by network, token, pot having sum(gross) > pot
    union all
    select 'a pool pays no more than it shares', network || ' ' || token || ' ' || operator || ' ' || asset
    from nektar.reward_pool where epoch = ${epoch} and (paid < 0 or paid > shared)
    union all
    select 'pools share no more than their operator''s part', network || ' ' || token || ' ' || pool.operator
    from nektar.reward_pool pool join nektar.reward_operator line using (epoch, network, token, operator)
    where epoch = ${epoch} group by network, token, pool.operator, line.shared having sum(pool.shared) > line.shared
    union all
    select 'a holding''s parts add up', operator || ' ' || asset from nektar.reward_holding
    where epoch = ${epoch} and (share_seconds <> (select sum(part::numeric) from string_to_table(seconds, ',') part)
      or cardinality(string_to_array(seconds, ',')) <> cardinality(string_to_array(delegators, ',')))
    union all
    select 'what pots paid was earned', coalesce(pots.token, totals.token)
    from (select token, sum(paid) as paid from nektar.reward_pot where epoch = ${epoch} group by token) pots
    full join (
      select token, sum(part::numeric) as earned from nektar.reward_total cross join lateral string_to_table(earned, ',') part
      where epoch = ${epoch} group by token
    ) totals using (token)
    where coalesce(pots.paid, 0) <> coalesce(totals.earned, 0)`.execute(db);
  return rows;
}
