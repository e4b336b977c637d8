import { type Kysely, sql } from "kysely";

/**
 * The lists of reward epochs as text, elements apart by commas: of a million elements an array costs Postgres 1.5 s to read in and 0.5 s to
 * write out, a text nothing. And the intervals of shares as the snapshot saw them, so that the indexer's rows are read once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop view nektar.reward_delegator`.execute(db);
  const lists = {
    reward_holding: ["delegators", "seconds"],
    reward_credit: ["earners", "amounts"],
    reward_total: ["earners", "totals", "earned"],
  };
  for (const [table, columns] of Object.entries(lists))
    for (const column of columns) {
      const name = sql.ref(column);
      await sql`alter table ${sql.table(`nektar.${table}`)}
        alter ${name} type text using array_to_string(${name}, ','),
        alter ${name} set storage external`.execute(db);
    }
  await sql`create table nektar.reward_interval (
    epoch numeric(78,0) not null, operator text collate "C" not null, asset text collate "C" not null,
    intervals bigint not null, steps text not null,
    primary key (epoch, operator, asset))`.execute(db);
  await sql`alter table nektar.reward_interval alter steps set storage external`.execute(db);
  await sql`create view nektar.reward_delegator as
    select pool.epoch, pool.network, pool.token, pool.operator, pool.asset, holder.delegator,
      holder.share_seconds, div(pool.shared * holder.share_seconds, pool.share_seconds)::numeric(78,0) as amount
    from nektar.reward_pool pool
    join nektar.reward_holding holding using (epoch, operator, asset)
    cross join lateral unnest(string_to_array(holding.delegators, ','), string_to_array(holding.seconds, ',')::numeric(78,0)[])
      as holder (delegator, share_seconds)
    where pool.shared > 0`.execute(db);
}
