import type { Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { listLoader } from "../loading/listLoader.ts";
import { selectResponsesOfTasks } from "./queries.ts";

export function createResponseLoaders(db: Database) {
  return {
    ofTask: listLoader(
      (keys: readonly Hex[]) => selectResponsesOfTasks(db, keys),
      (row) => row.task_id,
    ),
  };
}
