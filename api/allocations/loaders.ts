import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { listLoader } from "../loading/listLoader.ts";
import { rowLoader } from "../loading/rowLoader.ts";
import type { PoolKey } from "../operators/queries.ts";
import {
  selectAllocationsOfNetworks,
  selectAllocationsOfOperators,
  selectPoolMagnitudes,
} from "./queries.ts";

/** @param now Timestamp of the indexed block. */
export function createAllocationLoaders(db: Database, now: bigint) {
  return {
    ofOperator: listLoader(
      (keys: readonly Address[]) => selectAllocationsOfOperators(db, keys, now),
      (row) => row.operator,
    ),
    ofNetwork: listLoader(
      (keys: readonly Address[]) => selectAllocationsOfNetworks(db, keys, now),
      (row) => row.network,
    ),
    poolMagnitude: rowLoader(
      (keys: readonly PoolKey[]) => selectPoolMagnitudes(db, keys),
      (row) => `${row.operator}-${row.asset}`,
      ([operator, asset]) => `${operator}-${asset}`,
    ),
  };
}
