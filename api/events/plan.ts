import type { Hex } from "viem";
import { readHash } from "../ids/readHash.ts";
import type { Plans } from "../plan/compile.ts";
import { connection } from "../plan/connection.ts";
import { column, embedded } from "../plan/fields.ts";
import { atLeast, atMost, conditionsOf, equals, type Filters } from "../plan/filter.ts";
import { constant } from "../plan/source.ts";

const filters: Filters = {
  contract: equals("contract"),
  name: equals("name"),
  address: equals("address"),
  tx: equals("tx", "text", (hash: Hex) => readHash(hash, "A transaction's hash")),
  fromBlock: atLeast("block"),
  toBlock: atMost("block"),
};

export const eventPlans: Plans = {
  objects: {
    ContractEvent: {
      source: constant("event", "block", "timestamp"),
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
      order: (args) => ({
        name: "events",
        columns: [
          { column: "block", kind: "numeric" },
          { column: "log_index", kind: "int32" },
        ],
        direction: args.field("orderBy").value === "EMITTED_ASC" ? "asc" : "desc",
      }),
      where: (list) => conditionsOf(filters, list),
    }),
  },
};
