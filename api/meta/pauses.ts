import type { Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { PauseGroup, PauseRow } from "../../lib/database/indexerTables.ts";
import { originOf } from "../loading/transaction.ts";

/** A group of functions and whether it is halted. */
export type PauseModel = {
  readonly group: PauseGroup;
  readonly paused: boolean;
  readonly account: PauseRow["account"] | null;
  readonly transaction: { hash: Hex; block: bigint; timestamp: bigint } | null;
};

const groups: readonly PauseGroup[] = [
  "REGISTRATION",
  "DEPOSITS",
  "WITHDRAWALS",
  "TASKS",
  "SLASHING",
  "CLAIMS",
];

/** Every group, in the contract's order. The indexer has rows of those only that were ever set. */
export async function readPauses(db: Database): Promise<PauseModel[]> {
  const rows = await db.selectFrom("indexer.pause").selectAll().execute();
  return groups.map((group) => {
    const row = rows.find((candidate) => candidate.group === group);
    if (row === undefined) return { group, paused: false, account: null, transaction: null };
    return { group, paused: row.paused, account: row.account, transaction: originOf(row) };
  });
}
