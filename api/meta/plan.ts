import { sql } from "kysely";
import type { Plans } from "../plan/compile.ts";
import { column, embedded } from "../plan/fields.ts";
import { list } from "../plan/list.ts";
import type { Scope } from "../plan/scope.ts";
import { versioned } from "../plan/source.ts";
import { marks } from "../plan/text.ts";

const groups = ["REGISTRATION", "DEPOSITS", "WITHDRAWALS", "TASKS", "SLASHING", "CLAIMS"];
const pauseRows = versioned("pause", ["group"]);

/** Every group, in the contract's order. The indexer has rows of those only that were ever set. */
const groupRows = (scope: Scope) => sql`(
  select known.name as "group", known.place, coalesce(pause.paused, false) as paused, pause.account,
    pause.created_block, pause.created_at, pause.created_tx
  from unnest(array[${sql.join(groups.map((group) => sql.lit(group)))}]) with ordinality as known(name, place)
  left join ${pauseRows(scope)} as pause on pause."group" = known.name)`;

export const metaPlans: Plans = {
  objects: {
    Transaction: {
      fields: {
        hash: column("hash"),
        block: column("block"),
        timestamp: column("timestamp"),
        finality: ({ row }) => [`"${marks.finality}`, sql`${row("block")}::text`, '"'],
      },
    },
    Pause: {
      source: groupRows,
      fields: {
        group: column("group"),
        paused: column("paused"),
        account: column("account"),
        transaction: embedded(
          "Transaction",
          { hash: "created_tx", block: "created_block", timestamp: "created_at" },
          (row) => sql`${row("created_block")} is not null`,
        ),
      },
    },
  },
  query: { pauses: list("Pause", { order: (row) => [row("place")], typical: groups.length }) },
};
