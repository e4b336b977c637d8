import { sql } from "kysely";
import { clockTime, column, found, value } from "../plan/fields.ts";
import type { FieldPlan, ObjectPlan } from "../plan/objectType.ts";

/** Where a bundle is given out, by its evidence's hash. */
export const evidencePath = "/evidence/";

/** This backend's bundle of the offence for which was slashed; not on chain, so the same whatever the scope. */
export const evidenceOfSlash: FieldPlan = (use) =>
  found(use, "Evidence", (row) => [
    sql`${row("task_id")} = ${use.row("task_id")}`,
    sql`${row("operator")} = ${use.row("operator")}`,
    sql`${use.row("offence")} = 'EQUIVOCATION'`,
  ]);

export const evidence: ObjectPlan = {
  // Until a bundle is made there is nothing to show; `event_hash` is what slashed the operator.
  source: () => sql`(select evidence.*, slash.evidence_hash as event_hash from nektar.evidence as evidence
    left join indexer.slash as slash on slash.task_id = evidence.task_id and slash.operator = evidence.operator
      and slash.offence = 'EQUIVOCATION'
    where evidence.bundle is not null)`,
  fields: {
    evidenceHash: column("evidence_hash"),
    contentHash: column("content_hash"),
    source: column("source"),
    foundAt: clockTime("known_at"),
    slashed: value((row) => sql`coalesce(${row("event_hash")} = ${row("evidence_hash")}, false)`),
    path: value((row) => sql`${evidencePath} || ${row("evidence_hash")}`),
    bundle: column("bundle"),
  },
};
