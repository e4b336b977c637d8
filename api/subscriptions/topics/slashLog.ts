import type { Database } from "../../../lib/database/createDatabase.ts";
import type { SlashRow } from "../../../lib/database/indexerTables.ts";
import type { LogItem } from "../LogItem.ts";
import type { LogSource } from "../LogTopic.ts";
import { newestWindow } from "./newestWindow.ts";

/** Every slash. */
export function slashLog(db: Database): LogSource {
  const select = async (above: bigint, upTo: bigint | undefined, limit: number, newest: boolean) => {
    let query = db.selectFrom("indexer.slash").selectAll().where("created_block", ">", above).limit(limit);
    if (upTo !== undefined) query = query.where("created_block", "<=", upTo);
    const order = newest ? "desc" : "asc";
    const rows = await query.orderBy("created_block", order).orderBy("created_log_index", order).execute();
    return (newest ? rows.reverse() : rows).map(itemOf);
  };
  return {
    name: "slashes",
    isChain: false,
    mostReplayed: 1_000,
    window: (position) => newestWindow(position, (block, limit) => select(block, undefined, limit, true)),
    between: (from, to, limit) => select(from, to, limit, false),
  };
}

function itemOf(row: SlashRow): LogItem {
  const { created_block, created_log_index, created_at, created_tx, id, network, operator } = row;
  return {
    ...{ block: created_block, logIndex: created_log_index, timestamp: created_at, network },
    identity: `${created_tx} ${created_at} ${id}`,
    operators: [operator],
    subject: id,
    what: "SLASHED",
  };
}
