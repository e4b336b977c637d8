import type { Database } from "../lib/database/createDatabase.ts";

type Counted =
  | "nektar.transaction"
  | "nektar.reward_epoch"
  | "nektar.evidence"
  | "nektar.challenge"
  | "nektar.alert_delivery";

/** How many rows of a table are in each state that any is in, for metrics. */
export async function countByState(
  db: Database,
  table: Counted,
): Promise<{ readonly state: string; readonly count: bigint }[]> {
  return db
    .selectFrom(table)
    .select(["state", (eb) => eb.fn.countAll<bigint>().as("count")])
    .groupBy("state")
    .execute();
}
