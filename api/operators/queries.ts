import { sql } from "kysely";
import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { CommissionRow, OperatorRow, PoolRow } from "../../lib/database/indexerTables.ts";
import type { OperatorFilter, OperatorOrder } from "../generated/schema.ts";
import { anyOf, pairsOf } from "../loading/anyOf.ts";
import type { ListQuery } from "../pagination/keyset.ts";

export function operatorList(
  db: Database,
  filter: OperatorFilter,
  order: OperatorOrder,
): ListQuery<OperatorRow> {
  const { address_in: addresses, network } = filter;
  return {
    keyset: {
      name: "operators",
      columns: [
        { column: "created_block", kind: "numeric" },
        { column: "address", kind: "hex" },
      ],
      direction: order === "REGISTERED_ASC" ? "asc" : "desc",
    },
    signature: `operators ${JSON.stringify([filter, order])}`,
    rows: () => {
      let query = db.selectFrom("indexer.operator as operator").selectAll("operator");
      if (addresses) query = query.where("operator.address", "=", anyOf(addresses));
      if (network)
        query = query.where(({ exists, selectFrom }) =>
          exists(
            selectFrom("indexer.network_operator as membership")
              .select("membership.operator")
              .whereRef("membership.operator", "=", "operator.address")
              .where("membership.network", "=", network)
              .where("membership.opted_in", "=", true),
          ),
        );
      return query;
    },
  };
}

export async function selectOperators(db: Database, addresses: readonly Address[]): Promise<OperatorRow[]> {
  return db.selectFrom("indexer.operator").selectAll().where("address", "=", anyOf(addresses)).execute();
}

/** Per operator the commission with the latest `effectiveEpoch` up to `epoch`. */
export async function selectCommissionsInForce(
  db: Database,
  operators: readonly Address[],
  epoch: bigint,
): Promise<CommissionRow[]> {
  return db
    .selectFrom("indexer.commission")
    .selectAll()
    .distinctOn("operator")
    .where("operator", "=", anyOf(operators))
    .where("effective_epoch", "<=", epoch)
    .orderBy("operator")
    .orderBy("effective_epoch", "desc")
    .execute();
}

/** Per operator the first commission that comes into force after `epoch`. */
export async function selectScheduledCommissions(
  db: Database,
  operators: readonly Address[],
  epoch: bigint,
): Promise<CommissionRow[]> {
  return db
    .selectFrom("indexer.commission")
    .selectAll()
    .distinctOn("operator")
    .where("operator", "=", anyOf(operators))
    .where("effective_epoch", ">", epoch)
    .orderBy("operator")
    .orderBy("effective_epoch")
    .execute();
}

export async function selectPoolsOfOperators(
  db: Database,
  operators: readonly Address[],
): Promise<PoolRow[]> {
  return db
    .selectFrom("indexer.pool")
    .selectAll()
    .where("operator", "=", anyOf(operators))
    .orderBy("created_block")
    .orderBy("asset")
    .execute();
}

export type PoolKey = readonly [operator: Address, asset: Address];

export async function selectPools(db: Database, keys: readonly PoolKey[]): Promise<PoolRow[]> {
  return db
    .selectFrom("indexer.pool")
    .selectAll()
    .where(sql<boolean>`(operator, asset) in ${pairsOf(keys)}`)
    .execute();
}
