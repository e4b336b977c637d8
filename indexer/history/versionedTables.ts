import type * as schema from "../ponder.schema.ts";
import { versionedColumns } from "./versionsOf.ts";

/** A table that keeps its past in `history`. */
export type Versioned = {
  readonly history: object;
  readonly key: readonly string[];
  /** A change of these, and of no others, makes a version. */
  readonly columns: readonly string[];
};
export type VersionedTables = ReadonlyMap<unknown, Versioned>;

/** Every table with a history, by itself: as handlers name it. */
export function versionedTables(tables: typeof schema): VersionedTables {
  const pool = ["operator", "asset"];
  const entries: (readonly [object, object, readonly string[]])[] = [
    [tables.operator, tables.operatorHistory, ["address"]],
    [tables.pause, tables.pauseHistory, ["group"]],
    [tables.network, tables.networkHistory, ["address"]],
    [tables.networkAsset, tables.networkAssetHistory, ["network", "asset"]],
    [tables.networkOperator, tables.networkOperatorHistory, ["network", "operator"]],
    [tables.operatorWeight, tables.operatorWeightHistory, ["network", "operator", "asset"]],
    [tables.pool, tables.poolHistory, pool],
    [tables.poolMagnitude, tables.poolMagnitudeHistory, pool],
    [tables.allocation, tables.allocationHistory, ["operator", "network", "asset"]],
    [tables.delegation, tables.delegationHistory, ["delegator", "operator", "asset"]],
    [tables.challenge, tables.challengeHistory, ["id"]],
    [tables.claimer, tables.claimerHistory, ["earner"]],
  ];
  return new Map(
    entries.map(([now, history, key]) => [now, { history, key, columns: versionedColumns(history) }]),
  );
}
