import type { Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { listLoader } from "../loading/listLoader.ts";
import { rowLoader } from "../loading/rowLoader.ts";
import { selectParticipation, selectTasks } from "./queries.ts";

export function createTaskLoaders(db: Database) {
  return {
    byId: rowLoader(
      (keys: readonly Hex[]) => selectTasks(db, keys),
      (row) => row.id,
    ),
    participation: listLoader(
      (keys: readonly Hex[]) => selectParticipation(db, keys),
      (row) => row.task_id,
    ),
  };
}
