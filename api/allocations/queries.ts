import { type SqlBool, sql } from "kysely";
import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { AllocationRow, PoolMagnitudeRow } from "../../lib/database/indexerTables.ts";
import { anyOf, pairsOf } from "../loading/anyOf.ts";
import type { PoolKey } from "../operators/queries.ts";

/** A pool's magnitude while nothing was slashed. */
export const fullMagnitude = 10n ** 18n;

/** What counts at `now`, in seconds of block time. */
const magnitudeAt = (now: bigint) =>
  sql<bigint>`case when effective_at <= ${now} then next_magnitude else magnitude end`;
/** Something counts at `now`, or will. */
const livesAt = (now: bigint) => sql<SqlBool>`greatest(${magnitudeAt(now)}, next_magnitude) > 0`;

/** In the order of the first allocation. */
export async function selectAllocationsOfOperators(
  db: Database,
  operators: readonly Address[],
  now: bigint,
): Promise<AllocationRow[]> {
  return db
    .selectFrom("indexer.allocation")
    .selectAll()
    .where("operator", "=", anyOf(operators))
    .where(livesAt(now))
    .orderBy("created_block")
    .orderBy("network")
    .orderBy("asset")
    .execute();
}

/** The largest first. */
export async function selectAllocationsOfNetworks(
  db: Database,
  networks: readonly Address[],
  now: bigint,
): Promise<AllocationRow[]> {
  return db
    .selectFrom("indexer.allocation")
    .selectAll()
    .where("network", "=", anyOf(networks))
    .where(livesAt(now))
    .orderBy(magnitudeAt(now), "desc")
    .orderBy("operator")
    .orderBy("asset")
    .execute();
}

export async function selectPoolMagnitudes(
  db: Database,
  keys: readonly PoolKey[],
): Promise<PoolMagnitudeRow[]> {
  return db
    .selectFrom("indexer.pool_magnitude")
    .selectAll()
    .where(sql<boolean>`(operator, asset) in ${pairsOf(keys)}`)
    .execute();
}
