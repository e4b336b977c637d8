import { type Kysely, sql } from "kysely";

/** The nodes of each epoch's Merkle tree, in pieces, so that a proof is read without building the tree again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const schema = db.schema.withSchema("nektar");
  await schema
    .createTable("reward_tree")
    .addColumn("epoch", sql`numeric(78,0)`, (column) => column.notNull())
    .addColumn("piece", "integer", (column) => column.notNull())
    .addColumn("nodes", "bytea", (column) => column.notNull())
    .addPrimaryKeyConstraint("reward_tree_pkey", ["epoch", "piece"])
    .execute();
  // Hashes do not compress; uncompressed, 32 bytes of a piece are read without the rest of it.
  await sql`alter table nektar.reward_tree alter column nodes set storage external`.execute(db);
}
