import { type Kysely, sql } from "kysely";

/** Accepted responses that were re-executed, and challenges of those that were wrong. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const schema = db.schema.withSchema("nektar");
  const now = sql`now()`;
  await schema
    .createTable("challenge")
    .addColumn("task_id", "text", (column) => column.notNull())
    .addColumn("response_hash", "text", (column) => column.notNull())
    .addColumn("network", "text", (column) => column.notNull())
    .addColumn("deadline", sql`numeric(78, 0)`, (column) => column.notNull())
    .addColumn("state", "text", (column) =>
      column
        .notNull()
        .defaultTo("seen")
        .check(
          sql`state in ('seen', 'right', 'doubtful', 'wrong', 'bonded', 'missed', 'upheld', 'failed', 'dismissed')`,
        ),
    )
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("computed", "text")
    .addColumn("bond_token", "text")
    .addColumn("bond", sql`numeric(78, 0)`)
    .addColumn("challenge_id", "text")
    .addColumn("bundle", "text")
    .addColumn("content_hash", "text")
    .addColumn("reason", "text")
    .addColumn("found_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .addColumn("updated_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint("challenge_pkey", ["task_id", "response_hash"])
    .execute();
  await sql`create index challenge_unsettled_idx on nektar.challenge (found_at)
    where state in ('seen', 'wrong', 'bonded')`.execute(db);
  await sql`create index challenge_bonds_idx on nektar.challenge (bond_token)
    where state in ('bonded', 'failed')`.execute(db);
  // Nearly all responses are right: what is not is found without them.
  await sql`create index challenge_computed_idx on nektar.challenge (found_at)
    where computed is not null`.execute(db);
}
