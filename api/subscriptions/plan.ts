import { sql } from "kysely";
import type { Plans } from "../plan/compile.ts";
import { column, found, one } from "../plan/fields.ts";

/** What every update says of itself. */
const update = { kind: column("kind"), cursor: column("cursor") };

/** Updates are no rows: `updateRow` gives their columns, and what they are about is looked up as it is now. */
export const subscriptionPlans: Plans = {
  objects: {
    TaskUpdate: {
      fields: {
        ...update,
        block: column("block"),
        logIndex: column("log_index"),
        step: column("step"),
        taskId: column("subject"),
        task: one("Task", { id: "subject" }),
      },
    },
    SlashUpdate: {
      fields: {
        ...update,
        block: column("block"),
        logIndex: column("log_index"),
        slashId: column("subject"),
        slash: one("Slash", { id: "subject" }),
      },
    },
    BlockUpdate: {
      fields: {
        ...update,
        block: column("block"),
        hash: column("subject"),
        timestamp: column("timestamp"),
      },
    },
    EpochUpdate: {
      fields: {
        ...update,
        status: column("status"),
        epoch: (use) =>
          found(use, "RewardEpoch", (row) => [sql`${row("epoch")} = ${use.row("epoch")}::numeric`]),
      },
    },
  },
  query: {},
};
