import { type Kysely, sql } from "kysely";

/** Every signed version of an intent (a stuck one is replaced by fee), and what finality and a bundle need to know. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const schema = db.schema.withSchema("nektar");
  const numeric = sql`numeric(78,0)`;

  await schema
    .createTable("transaction_attempt")
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("purpose", "text", (column) => column.notNull().references("nektar.transaction.purpose"))
    .addColumn("nonce", "integer", (column) => column.notNull())
    .addColumn("gas", numeric, (column) => column.notNull())
    .addColumn("max_fee_per_gas", numeric, (column) => column.notNull())
    .addColumn("max_priority_fee_per_gas", numeric, (column) => column.notNull())
    .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
    .execute();
  await schema
    .createIndex("transaction_attempt_purpose_idx")
    .on("transaction_attempt")
    .columns(["purpose", "nonce"])
    .execute();

  await schema
    .alterTable("transaction")
    .addColumn("failures", "integer", (column) => column.notNull().defaultTo(0))
    .execute();

  await schema
    .alterTable("reward_epoch")
    .addColumn("first_block", numeric)
    .addColumn("last_block", numeric)
    .execute();
}
