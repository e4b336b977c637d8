import { type Kysely, sql } from "kysely";

/** Amounts are `numeric(78,0)`; addresses and bytes lowercase hex text, as in the indexer's tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const schema = db.schema.withSchema("nektar");
  const numeric = sql`numeric(78,0)`;
  const now = sql`now()`;

  await schema
    .createTable("chain")
    .addColumn("chain_id", "integer", (column) => column.primaryKey())
    .addColumn("genesis_hash", "text", (column) => column.notNull())
    .addColumn("task_manager", "text", (column) => column.notNull())
    .execute();

  await schema
    .createTable("response")
    .addColumn("task_id", "text", (column) => column.notNull())
    .addColumn("operator", "text", (column) => column.notNull())
    .addColumn("response_hash", "text", (column) => column.notNull())
    .addColumn("response", "text", (column) => column.notNull())
    .addColumn("signature", "text", (column) => column.notNull())
    .addColumn("reference_block", numeric, (column) => column.notNull())
    .addColumn("received_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint("response_pkey", ["task_id", "operator", "response_hash"])
    .execute();
  await schema
    .createIndex("response_operator_idx")
    .on("response")
    .columns(["operator", "received_at"])
    .execute();

  await schema
    .createTable("transaction")
    .addColumn("purpose", "text", (column) => column.primaryKey())
    .addColumn("sender", "text", (column) => column.notNull())
    .addColumn("nonce", "integer", (column) => column.notNull())
    .addColumn("to", "text", (column) => column.notNull())
    .addColumn("data", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("raw", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) =>
      column.notNull().check(sql`state in ('pending', 'mined', 'final', 'failed')`),
    )
    .addColumn("block", numeric)
    .addColumn("error", "text")
    .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .addColumn("updated_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .execute();
  await schema
    .createIndex("transaction_state_idx")
    .on("transaction")
    .columns(["sender", "state", "nonce"])
    .execute();

  await schema
    .createTable("reward_epoch")
    .addColumn("epoch", numeric, (column) => column.primaryKey())
    .addColumn("state", "text", (column) =>
      column.notNull().check(sql`state in ('calculating', 'calculated', 'submitted', 'mismatch')`),
    )
    .addColumn("rule_version", "integer", (column) => column.notNull())
    .addColumn("snapshot_block", numeric, (column) => column.notNull())
    .addColumn("root", "text")
    .addColumn("bundle_hash", "text")
    .addColumn("total", numeric)
    .addColumn("leaf_count", "integer")
    .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .addColumn("updated_at", "timestamptz", (column) => column.notNull().defaultTo(now))
    .execute();

  const calculation = (table: string) =>
    schema
      .createTable(table)
      .addColumn("epoch", numeric, (column) => column.notNull())
      .addColumn("network", "text", (column) => column.notNull())
      .addColumn("token", "text", (column) => column.notNull());

  await calculation("reward_pot")
    .addColumn("scheduled", numeric, (column) => column.notNull())
    .addColumn("fees", numeric, (column) => column.notNull())
    .addColumn("forfeited", numeric, (column) => column.notNull())
    .addColumn("carry_in", numeric, (column) => column.notNull())
    .addColumn("pot", numeric, (column) => column.notNull())
    .addColumn("paid", numeric, (column) => column.notNull())
    .addColumn("carry_out", numeric, (column) => column.notNull())
    .addPrimaryKeyConstraint("reward_pot_pkey", ["epoch", "network", "token"])
    .execute();

  await calculation("reward_operator")
    .addColumn("operator", "text", (column) => column.notNull())
    .addColumn("weight_seconds", numeric, (column) => column.notNull())
    .addColumn("assigned", numeric, (column) => column.notNull())
    .addColumn("signed", numeric, (column) => column.notNull())
    .addColumn("performance_bps", "integer", (column) => column.notNull())
    .addColumn("slashed", "boolean", (column) => column.notNull())
    .addColumn("score", numeric, (column) => column.notNull())
    .addColumn("gross", numeric, (column) => column.notNull())
    .addColumn("commission_bps", "integer", (column) => column.notNull())
    .addColumn("commission", numeric, (column) => column.notNull())
    .addColumn("shared", numeric, (column) => column.notNull())
    .addPrimaryKeyConstraint("reward_operator_pkey", ["epoch", "network", "token", "operator"])
    .execute();
  await schema
    .createIndex("reward_operator_idx")
    .on("reward_operator")
    .columns(["operator", "epoch"])
    .execute();

  await calculation("reward_pool")
    .addColumn("operator", "text", (column) => column.notNull())
    .addColumn("asset", "text", (column) => column.notNull())
    .addColumn("weight_seconds", numeric, (column) => column.notNull())
    .addColumn("shared", numeric, (column) => column.notNull())
    .addColumn("share_seconds", numeric, (column) => column.notNull())
    .addColumn("paid", numeric, (column) => column.notNull())
    .addPrimaryKeyConstraint("reward_pool_pkey", ["epoch", "network", "token", "operator", "asset"])
    .execute();

  await calculation("reward_delegator")
    .addColumn("operator", "text", (column) => column.notNull())
    .addColumn("asset", "text", (column) => column.notNull())
    .addColumn("delegator", "text", (column) => column.notNull())
    .addColumn("share_seconds", numeric, (column) => column.notNull())
    .addColumn("amount", numeric, (column) => column.notNull())
    .addPrimaryKeyConstraint("reward_delegator_pkey", [
      "epoch",
      "network",
      "token",
      "operator",
      "asset",
      "delegator",
    ])
    .execute();
  await schema
    .createIndex("reward_delegator_idx")
    .on("reward_delegator")
    .columns(["delegator", "epoch"])
    .execute();

  await schema
    .createTable("reward_leaf")
    .addColumn("epoch", numeric, (column) => column.notNull())
    .addColumn("earner", "text", (column) => column.notNull())
    .addColumn("token", "text", (column) => column.notNull())
    .addColumn("cumulative", numeric, (column) => column.notNull())
    .addPrimaryKeyConstraint("reward_leaf_pkey", ["epoch", "earner", "token"])
    .execute();
  await schema
    .createIndex("reward_leaf_earner_idx")
    .on("reward_leaf")
    .columns(["earner", "token", "epoch"])
    .execute();
}
