import { type Kysely, sql } from "kysely";

/** Equivocations and what became of them; and how far the stored responses were searched for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const schema = db.schema.withSchema("nektar");
  const now = sql`now()`;
  await schema
    .createTable("evidence")
    .addColumn("task_id", "text", (column) => column.notNull())
    .addColumn("operator", "text", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull().check(sql`source in ('API', 'FILE')`))
    .addColumn("state", "text", (column) =>
      column
        .notNull()
        .defaultTo("known")
        .check(sql`state in ('known', 'committed', 'sent', 'slashed', 'final', 'refused')`),
    )
    .addColumn("known_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .addColumn("evidence_hash", "text", (column) => column.unique())
    .addColumn("bundle", "text")
    .addColumn("content_hash", "text")
    .addColumn("slash_id", "text")
    .addColumn("reporter", "text")
    .addColumn("reason", "text")
    .addColumn("updated_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint("evidence_pkey", ["task_id", "operator"])
    .execute();
  await schema
    .createIndex("evidence_operator_idx")
    .on("evidence")
    .columns(["operator", "known_at"])
    .execute();
  await sql`create index evidence_unsettled_idx on nektar.evidence (known_at)
    where state not in ('final', 'refused')`.execute(db);

  await schema
    .createTable("evidence_scan")
    .addColumn("id", "boolean", (column) => column.primaryKey().check(sql`id`))
    .addColumn("scanned_until", "timestamptz", (column) => column.notNull())
    .execute();
  await sql`insert into nektar.evidence_scan values (true, '-infinity')`.execute(db);
  await schema.createIndex("response_received_at_idx").on("response").column("received_at").execute();
}
