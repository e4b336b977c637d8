import type { Database } from "../../lib/database/createDatabase.ts";
import { listLoader } from "../loading/listLoader.ts";
import { rowLoader } from "../loading/rowLoader.ts";
import { selectCalculations, selectOperatorRewards, selectPots, selectRoots } from "./queries.ts";

type Epochs = readonly bigint[];
const epochOf = (row: { readonly epoch: bigint }) => row.epoch.toString();

export function createRewardLoaders(db: Database) {
  return {
    calculation: rowLoader((keys: Epochs) => selectCalculations(db, keys), epochOf),
    root: rowLoader((keys: Epochs) => selectRoots(db, keys), epochOf),
    pots: listLoader((keys: Epochs) => selectPots(db, keys), epochOf),
    operators: listLoader((keys: Epochs) => selectOperatorRewards(db, keys), epochOf),
  };
}
