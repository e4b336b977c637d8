import { sql } from "kysely";
import type { Plans } from "../plan/compile.ts";
import { column, json, one } from "../plan/fields.ts";
import { list } from "../plan/list.ts";

/** Oldest first. What operators hand in is not on chain, so it is the same whatever the scope. */
export const signedResponsesOfTask = list("SignedResponse", {
  by: { task_id: "id" },
  order: (row) => [row("received_at"), row("operator"), row("response_hash")],
  typical: 10,
});

/** A response that was stored, named by what `submitResponse` returns. */
const stored = (hash: string) =>
  one("SignedResponse", { task_id: "task_id", operator: "operator", response_hash: hash });

export const responsePlans: Plans = {
  objects: {
    ResponseAccepted: {
      fields: { response: stored("response_hash"), duplicate: column("duplicate") },
    },
    ResponseRejected: {
      fields: { reason: column("reason"), message: column("message"), retryable: column("retryable") },
    },
    EquivocationRecorded: {
      fields: { first: stored("response_hash"), second: stored("second_hash"), message: column("message") },
    },
    SignedResponse: {
      source: () => sql`nektar.response`,
      fields: {
        operator: one("Operator", { address: "operator" }),
        response: column("response"),
        responseHash: column("response_hash"),
        signature: column("signature"),
        // Our clock's time, not a block's, so with milliseconds.
        receivedAt: json(
          (row) =>
            sql`'"' || to_char(${row("received_at")} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`,
        ),
      },
    },
  },
  query: {},
};
