import { sql } from "kysely";
import type { Plans } from "../plan/compile.ts";
import { clockTime, column, one } from "../plan/fields.ts";
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
        receivedAt: clockTime("received_at"),
      },
    },
  },
  query: {},
};
