import { type Kysely, sql } from "kysely";

/** What whoever listens is told, and to which endpoint it was delivered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const schema = db.schema.withSchema("nektar");
  const now = sql`now()`;
  await schema
    .createTable("alert")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("data", "text", (column) => column.notNull())
    .addColumn("raised_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .addColumn("resolved_at", "timestamptz")
    .execute();
  await sql`create unique index alert_open_idx on nektar.alert (kind, subject) where resolved_at is null`.execute(
    db,
  );
  await schema.createIndex("alert_raised_idx").on("alert").column("raised_at").execute();
  await schema
    .createTable("alert_delivery")
    .addColumn("alert_id", "text", (column) => column.notNull().references("nektar.alert.id"))
    .addColumn("endpoint", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) =>
      column.notNull().defaultTo("due").check(sql`state in ('due', 'delivered', 'given up')`),
    )
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("next_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .addColumn("answer", "text")
    .addColumn("updated_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint("alert_delivery_pkey", ["alert_id", "endpoint"])
    .execute();
  await sql`create index alert_delivery_due_idx on nektar.alert_delivery (endpoint, next_at) where state = 'due'`.execute(
    db,
  );
  await schema
    .createTable("alert_scan")
    .addColumn("id", "boolean", (column) => column.primaryKey().check(sql`id`))
    .addColumn("from_block", sql`numeric(78, 0)`, (column) => column.notNull())
    .addColumn("block", sql`numeric(78, 0)`, (column) => column.notNull())
    .addColumn("from_time", "timestamptz", (column) => column.notNull().defaultTo(now))
    .execute();
}
