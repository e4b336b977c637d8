import { type Kysely, sql } from "kysely";

/** The tables that the API answers from. */
const watched = [
  "response",
  "reward_epoch",
  "reward_pot",
  "reward_operator",
  "reward_pool",
  "reward_delegator",
  "reward_leaf",
];

/**
 * Tells of every change of what the API answers from, with the table's name on the channel `nektar_change`, once a
 * transaction and table, when it commits: so that answers can be kept until then.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function nektar.tell_change() returns trigger language plpgsql as $$
    begin
      perform pg_notify('nektar_change', tg_table_name);
      return null;
    end $$`.execute(db);
  for (const table of watched) {
    await sql`
      create trigger tell_change after insert or update or delete or truncate on ${sql.table(`nektar.${table}`)}
      for each statement execute function nektar.tell_change()`.execute(db);
  }
}
