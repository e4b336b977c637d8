import type { Database } from "../../lib/database/createDatabase.ts";
import type { EventRow } from "../../lib/database/indexerTables.ts";
import type { ContractEventFilter, ContractEventOrder } from "../generated/schema.ts";
import { readHash } from "../ids/readHash.ts";
import type { ListQuery } from "../pagination/keyset.ts";

/** The chain's order, newest first unless ordered otherwise. */
export function eventList(
  db: Database,
  filter: ContractEventFilter,
  order: ContractEventOrder | null | undefined,
): ListQuery<EventRow> {
  const { contract, name, address, tx, fromBlock, toBlock } = filter;
  const hash = tx ? readHash(tx, "A transaction's hash") : undefined;
  return {
    keyset: {
      name: "events",
      columns: [
        { column: "block", kind: "numeric" },
        { column: "log_index", kind: "int32" },
      ],
      direction: order === "EMITTED_ASC" ? "asc" : "desc",
    },
    signature: `events ${JSON.stringify([contract, name, address, hash, String(fromBlock), String(toBlock), order])}`,
    rows: () => {
      let query = db.selectFrom("indexer.event").selectAll();
      if (contract) query = query.where("contract", "=", contract);
      if (name) query = query.where("name", "=", name);
      if (address) query = query.where("address", "=", address);
      if (hash) query = query.where("tx", "=", hash);
      if (fromBlock != null) query = query.where("block", ">=", fromBlock);
      if (toBlock != null) query = query.where("block", "<=", toBlock);
      return query;
    },
  };
}
