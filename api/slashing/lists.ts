import type { Expression } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { ChallengeRow, SlashRow } from "../../lib/database/indexerTables.ts";
import type { ChallengeFilter, ChallengeOrder, SlashFilter, SlashOrder } from "../generated/schema.ts";
import { readHash } from "../ids/readHash.ts";
import { anyOf } from "../loading/anyOf.ts";
import type { ListQuery } from "../pagination/keyset.ts";

type Optional<Value> = Value | null | undefined;

/** Newest first unless ordered otherwise. */
export function challengeList(
  db: Database,
  filter: ChallengeFilter,
  order: Optional<ChallengeOrder>,
): ListQuery<ChallengeRow> {
  const { network, taskId, challenger, outcome_in: outcomes } = filter;
  if (taskId) readHash(taskId, "A task id");
  return {
    keyset: {
      name: "challenges",
      columns: [
        { column: "created_block", kind: "numeric" },
        { column: "id", kind: "hex" },
      ],
      direction: order === "RAISED_ASC" ? "asc" : "desc",
    },
    signature: `challenges ${JSON.stringify([filter, order])}`,
    rows: () => {
      let query = db.selectFrom("indexer.challenge").selectAll();
      if (network) query = query.where("network", "=", network);
      if (taskId) query = query.where("task_id", "=", taskId);
      if (challenger) query = query.where("challenger", "=", challenger);
      if (outcomes) query = query.where("outcome", "=", anyOf(outcomes));
      return query;
    },
  };
}

/** Newest first unless ordered otherwise; with `nestedUnder`, those of the object that the list belongs to. */
export function slashList(
  db: Database,
  filter: SlashFilter,
  order: Optional<SlashOrder>,
  nestedUnder?: "operator" | "network" | "task_id",
): ListQuery<SlashRow> {
  const { operator, network, taskId, reporter, offence_in: offences } = filter;
  if (taskId) readHash(taskId, "A task id");
  return {
    keyset: {
      name: "slashes",
      columns: [
        { column: "created_block", kind: "numeric" },
        { column: "created_log_index", kind: "int32" },
      ],
      direction: order === "SLASHED_ASC" ? "asc" : "desc",
    },
    signature: `slashes ${JSON.stringify([filter, order, nestedUnder])}`,
    rows: (parent?: Expression<string>) => {
      let query = db.selectFrom("indexer.slash").selectAll();
      if (operator) query = query.where("operator", "=", operator);
      if (network) query = query.where("network", "=", network);
      if (taskId) query = query.where("task_id", "=", taskId);
      if (reporter) query = query.where("reporter", "=", reporter);
      if (offences) query = query.where("offence", "=", anyOf(offences));
      if (nestedUnder && parent) query = query.where(nestedUnder, "=", parent as Expression<Address & Hex>);
      return query;
    },
  };
}
