import type { Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { listLoader } from "../loading/listLoader.ts";
import { rowLoader } from "../loading/rowLoader.ts";
import {
  selectAssetSlashes,
  selectChallenges,
  selectChallengesOfTasks,
  selectRulings,
  selectSlashes,
  selectSlashesOfTasks,
} from "./queries.ts";

type Hashes = readonly Hex[];

export function createSlashingLoaders(db: Database) {
  return {
    challenge: rowLoader(
      (keys: Hashes) => selectChallenges(db, keys),
      (row) => row.id,
    ),
    challengesOfTask: listLoader(
      (keys: Hashes) => selectChallengesOfTasks(db, keys),
      (row) => row.task_id,
    ),
    slash: rowLoader(
      (keys: Hashes) => selectSlashes(db, keys),
      (row) => row.id,
    ),
    slashesOfTask: listLoader(
      (keys: Hashes) => selectSlashesOfTasks(db, keys),
      (row) => row.task_id,
    ),
    assets: listLoader(
      (keys: Hashes) => selectAssetSlashes(db, keys),
      (row) => row.slash_id,
    ),
    ruling: rowLoader(
      (keys: Hashes) => selectRulings(db, keys),
      (row) => row.task_id,
    ),
  };
}
