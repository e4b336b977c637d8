import { sql } from "kysely";
import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type {
  NetworkAssetRow,
  NetworkOperatorRow,
  NetworkParametersRow,
  NetworkRow,
  OperatorWeightRow,
} from "../../lib/database/indexerTables.ts";
import type { NetworkFilter } from "../generated/schema.ts";
import { anyOf, pairsOf } from "../loading/anyOf.ts";
import type { ListQuery } from "../pagination/keyset.ts";

export function networkList(db: Database, filter: NetworkFilter): ListQuery<NetworkRow> {
  const { status_in: statuses, owner } = filter;
  return {
    keyset: {
      name: "networks",
      columns: [
        { column: "created_block", kind: "numeric" },
        { column: "address", kind: "hex" },
      ],
      direction: "desc",
    },
    signature: `networks ${JSON.stringify(filter)}`,
    rows: () => {
      let query = db.selectFrom("indexer.network").selectAll();
      if (statuses) query = query.where("status", "=", anyOf(statuses));
      if (owner) query = query.where("owner", "=", owner);
      return query;
    },
  };
}

export async function selectNetworks(db: Database, addresses: readonly Address[]): Promise<NetworkRow[]> {
  return db.selectFrom("indexer.network").selectAll().where("address", "=", anyOf(addresses)).execute();
}

/** Per network the parameters with the latest `effectiveEpoch` up to `epoch`. */
export async function selectParametersInForce(
  db: Database,
  networks: readonly Address[],
  epoch: bigint,
): Promise<NetworkParametersRow[]> {
  return db
    .selectFrom("indexer.network_parameters")
    .selectAll()
    .distinctOn("network")
    .where("network", "=", anyOf(networks))
    .where("effective_epoch", "<=", epoch)
    .orderBy("network")
    .orderBy("effective_epoch", "desc")
    .execute();
}

/** Per network the first parameters that come into force after `epoch`. */
export async function selectScheduledParameters(
  db: Database,
  networks: readonly Address[],
  epoch: bigint,
): Promise<NetworkParametersRow[]> {
  return db
    .selectFrom("indexer.network_parameters")
    .selectAll()
    .distinctOn("network")
    .where("network", "=", anyOf(networks))
    .where("effective_epoch", ">", epoch)
    .orderBy("network")
    .orderBy("effective_epoch")
    .execute();
}

/** Accepted assets; one with multiplier 0 was removed. */
export async function selectNetworkAssets(
  db: Database,
  networks: readonly Address[],
): Promise<NetworkAssetRow[]> {
  return db
    .selectFrom("indexer.network_asset")
    .selectAll()
    .where("network", "=", anyOf(networks))
    .where("multiplier", ">", 0n)
    .orderBy("created_block")
    .orderBy("asset")
    .execute();
}

/** Heaviest first. */
export async function selectMembershipsOfNetworks(
  db: Database,
  networks: readonly Address[],
): Promise<NetworkOperatorRow[]> {
  return db
    .selectFrom("indexer.network_operator")
    .selectAll()
    .where("network", "=", anyOf(networks))
    .orderBy("weight", "desc")
    .orderBy("operator")
    .execute();
}

/** In the order of opting in first. */
export async function selectMembershipsOfOperators(
  db: Database,
  operators: readonly Address[],
): Promise<NetworkOperatorRow[]> {
  return db
    .selectFrom("indexer.network_operator")
    .selectAll()
    .where("operator", "=", anyOf(operators))
    .orderBy("created_block")
    .orderBy("network")
    .execute();
}

export type MembershipKey = readonly [network: Address, operator: Address];

export async function selectWeightsOfMemberships(
  db: Database,
  keys: readonly MembershipKey[],
): Promise<OperatorWeightRow[]> {
  return db
    .selectFrom("indexer.operator_weight")
    .selectAll()
    .where(sql<boolean>`(network, operator) in ${pairsOf(keys)}`)
    .orderBy("weight", "desc")
    .orderBy("asset")
    .execute();
}
