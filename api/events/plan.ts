import { columnFilters } from "../plan/columnFilters.ts";
import type { Plans } from "../plan/compile.ts";
import { connection } from "../plan/connection.ts";
import { column, embedded } from "../plan/fields.ts";
import { atLeast, atMost } from "../plan/filter.ts";
import type { Filters } from "../plan/objectType.ts";
import { orders } from "../plan/order.ts";
import { constant } from "../plan/source.ts";

const filters: Filters = {
  ...columnFilters({
    contract: ["contract", "text"],
    name: ["name", "text"],
    address: ["address", "text"],
    tx: ["tx", "hash"],
    block: ["block", "number"],
    timestamp: ["timestamp", "time"],
  }),
  fromBlock: atLeast("block"),
  toBlock: atMost("block"),
};

export const eventPlans: Plans = {
  objects: {
    ContractEvent: {
      source: constant("event", "block", "timestamp"),
      filters,
      fields: {
        address: column("address"),
        contract: column("contract"),
        name: column("name"),
        args: column("args"),
        logIndex: column("log_index"),
        transaction: embedded("Transaction", { hash: "tx" }),
      },
    },
  },
  query: {
    /** The chain's order, newest first unless ordered otherwise. */
    events: connection({
      type: "ContractEvent",
      order: orders(
        "events",
        [
          { column: "block", kind: "numeric" },
          { column: "log_index", kind: "int32" },
        ],
        "desc",
      ),
    }),
  },
};
