import type { Database } from "../../lib/database/createDatabase.ts";
import { addressOf, hashOf } from "./identities.ts";
import { allocations, challenges, poolMagnitudes, poolSlashes, slashes } from "./slashingWorld.ts";
import { finalTask, networks, origin, rejectedTask, since, taskId } from "./world.ts";

/** Allocations, challenges, slashes, pauses and rulings of the small world. */
export async function fillSlashing(db: Database): Promise<void> {
  await db.insertInto("indexer.allocation").values(allocations).execute();
  await db.insertInto("indexer.pool_magnitude").values(poolMagnitudes).execute();
  await db.insertInto("indexer.challenge").values(challenges).execute();
  await db.insertInto("indexer.slash").values(slashes).execute();
  await db.insertInto("indexer.pool_slash").values(poolSlashes).execute();
  const account = addressOf("guardian");
  await db
    .insertInto("indexer.pause")
    .values([
      { group: "TASKS", paused: true, account, ...origin(555n), ...since(origin(555n)) },
      {
        group: "CLAIMS",
        paused: false,
        account: addressOf("governance"),
        ...origin(450n),
        ...since(origin(450n)),
      },
    ])
    .execute();
  await db
    .insertInto("indexer.ruling")
    .values([
      {
        ...{
          task_id: taskId(rejectedTask),
          response_hash: hashOf(`response ${rejectedTask}`),
          network: networks[0],
          verdict: "WRONG",
          reason: "Off by a tenth.",
        },
        ...origin(509n),
      },
      // Contracts of other networks name tasks that are not theirs.
      ...[rejectedTask, finalTask].map((task) => ({
        ...({
          task_id: taskId(task),
          response_hash: hashOf(`response ${task}`),
          network: networks[1],
          verdict: "RIGHT",
          reason: "Not its task.",
        } as const),
        ...origin(511n),
      })),
    ])
    .execute();
}
