import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { listLoader } from "../loading/listLoader.ts";
import { rowLoader } from "../loading/rowLoader.ts";
import {
  type PoolKey,
  selectCommissionsInForce,
  selectOperators,
  selectPools,
  selectPoolsOfOperators,
  selectScheduledCommissions,
} from "./queries.ts";

type Addresses = readonly Address[];

export function createOperatorLoaders(db: Database, currentEpoch: bigint) {
  return {
    byAddress: rowLoader(
      (keys: Addresses) => selectOperators(db, keys),
      (row) => row.address,
    ),
    commission: rowLoader(
      (keys: Addresses) => selectCommissionsInForce(db, keys, currentEpoch),
      (row) => row.operator,
    ),
    scheduledCommission: rowLoader(
      (keys: Addresses) => selectScheduledCommissions(db, keys, currentEpoch),
      (row) => row.operator,
    ),
    pools: listLoader(
      (keys: Addresses) => selectPoolsOfOperators(db, keys),
      (row) => row.operator,
    ),
    pool: rowLoader(
      (keys: readonly PoolKey[]) => selectPools(db, keys),
      (row) => `${row.operator}-${row.asset}`,
      ([operator, asset]) => `${operator}-${asset}`,
    ),
  };
}
