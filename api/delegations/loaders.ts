import type { Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { rowLoader } from "../loading/rowLoader.ts";
import { type DelegationKey, selectDelegations, selectWithdrawals } from "./queries.ts";

export function createDelegationLoaders(db: Database) {
  return {
    byKey: rowLoader(
      (keys: readonly DelegationKey[]) => selectDelegations(db, keys),
      (row) => `${row.delegator}-${row.operator}-${row.asset}`,
      (key) => key.join("-"),
    ),
    withdrawal: rowLoader(
      (keys: readonly Hex[]) => selectWithdrawals(db, keys),
      (row) => row.id,
    ),
  };
}
