import { type Expression, sql } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { DelegationRow, WithdrawalRow } from "../../lib/database/indexerTables.ts";
import type { DelegationFilter, WithdrawalFilter } from "../generated/schema.ts";
import { anyOf } from "../loading/anyOf.ts";
import type { ListQuery } from "../pagination/keyset.ts";

/** Delegations with active shares; with `nestedUnder`, those of the object that the list belongs to. */
export function delegationList(
  db: Database,
  filter: DelegationFilter,
  nestedUnder?: "operator",
): ListQuery<DelegationRow> {
  const { delegator, operator, asset } = filter;
  return {
    keyset: {
      name: "delegations",
      columns: [
        { column: "created_block", kind: "numeric" },
        { column: "delegator", kind: "hex" },
        { column: "operator", kind: "hex" },
        { column: "asset", kind: "hex" },
      ],
      direction: "desc",
    },
    signature: `delegations ${JSON.stringify([filter, nestedUnder])}`,
    rows: (parent?: Expression<string>) => {
      let query = db.selectFrom("indexer.delegation").selectAll().where("shares", ">", 0n);
      if (delegator) query = query.where("delegator", "=", delegator);
      if (operator) query = query.where("operator", "=", operator);
      if (asset) query = query.where("asset", "=", asset);
      if (nestedUnder && parent) query = query.where(nestedUnder, "=", parent as Expression<Address>);
      return query;
    },
  };
}

export type DelegationKey = readonly [delegator: Address, operator: Address, asset: Address];

export async function selectDelegations(
  db: Database,
  keys: readonly DelegationKey[],
): Promise<DelegationRow[]> {
  const column = (position: 0 | 1 | 2) => keys.map((key) => key[position]);
  return db
    .selectFrom("indexer.delegation")
    .selectAll()
    .where(
      sql<boolean>`(delegator, operator, asset) in
        (select * from unnest(${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[]))`,
    )
    .execute();
}

export function withdrawalList(db: Database, filter: WithdrawalFilter): ListQuery<WithdrawalRow> {
  const { delegator, operator, asset, status } = filter;
  return {
    keyset: {
      name: "withdrawals",
      columns: [
        { column: "created_block", kind: "numeric" },
        { column: "id", kind: "hex" },
      ],
      direction: "desc",
    },
    signature: `withdrawals ${JSON.stringify(filter)}`,
    rows: () => {
      let query = db.selectFrom("indexer.withdrawal").selectAll();
      if (delegator) query = query.where("delegator", "=", delegator);
      if (operator) query = query.where("operator", "=", operator);
      if (asset) query = query.where("asset", "=", asset);
      if (status) query = query.where("completed_at", status === "COMPLETED" ? "is not" : "is", null);
      return query;
    },
  };
}

export async function selectWithdrawals(db: Database, ids: readonly Hex[]): Promise<WithdrawalRow[]> {
  return db.selectFrom("indexer.withdrawal").selectAll().where("id", "=", anyOf(ids)).execute();
}
