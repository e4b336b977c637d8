import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { listLoader } from "../loading/listLoader.ts";
import { rowLoader } from "../loading/rowLoader.ts";
import {
  type MembershipKey,
  selectMembershipsOfNetworks,
  selectMembershipsOfOperators,
  selectNetworkAssets,
  selectNetworks,
  selectParametersInForce,
  selectScheduledParameters,
  selectWeightsOfMemberships,
} from "./queries.ts";

type Addresses = readonly Address[];

export function createNetworkLoaders(db: Database, currentEpoch: bigint) {
  return {
    byAddress: rowLoader(
      (keys: Addresses) => selectNetworks(db, keys),
      (row) => row.address,
    ),
    parameters: rowLoader(
      (keys: Addresses) => selectParametersInForce(db, keys, currentEpoch),
      (row) => row.network,
    ),
    scheduledParameters: rowLoader(
      (keys: Addresses) => selectScheduledParameters(db, keys, currentEpoch),
      (row) => row.network,
    ),
    assets: listLoader(
      (keys: Addresses) => selectNetworkAssets(db, keys),
      (row) => row.network,
    ),
    membershipsOfNetwork: listLoader(
      (keys: Addresses) => selectMembershipsOfNetworks(db, keys),
      (row) => row.network,
    ),
    membershipsOfOperator: listLoader(
      (keys: Addresses) => selectMembershipsOfOperators(db, keys),
      (row) => row.operator,
    ),
    weights: listLoader(
      (keys: readonly MembershipKey[]) => selectWeightsOfMemberships(db, keys),
      (row) => `${row.network}-${row.operator}`,
      ([network, operator]) => `${network}-${operator}`,
    ),
  };
}
