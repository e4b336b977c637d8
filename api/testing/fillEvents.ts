import type { Database } from "../../lib/database/createDatabase.ts";
import type { EventRow } from "../../lib/database/indexerTables.ts";
import { addressOf } from "./identities.ts";
import { origin } from "./world.ts";

export const taskManager = addressOf("task manager");
export const rewardsCoordinator = addressOf("rewards coordinator");

function event(
  block: bigint,
  log_index: number,
  contract: "TaskManager" | "RewardsCoordinator",
  name: string,
  args: object,
): EventRow {
  const { created_at: timestamp, created_tx: tx } = origin(block);
  const address = contract === "TaskManager" ? taskManager : rewardsCoordinator;
  return { block, log_index, timestamp, tx, address, contract, name, args: JSON.stringify(args) };
}

/** Two of one transaction, in an order that text would turn round, and one of a block that it would put first. */
export const events: readonly EventRow[] = [
  event(600n, 2, "TaskManager", "TaskCreated", { fee: "62" }),
  event(600n, 10, "RewardsCoordinator", "RewardsAccrued", { amount: "62" }),
  event(1_000n, 0, "TaskManager", "TaskFinalized", {}),
];

/** A few events; they do not stand for the rows of the other tables. */
export async function fillEvents(db: Database): Promise<void> {
  await db.insertInto("indexer.event").values(events).execute();
}
