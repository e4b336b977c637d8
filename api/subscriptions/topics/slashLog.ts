import type { Database } from "../../../lib/database/createDatabase.ts";
import type { SlashRow } from "../../../lib/database/indexerTables.ts";
import type { LogItem } from "../LogItem.ts";
import type { LogSource } from "../LogTopic.ts";
import { rowLog } from "./rowLog.ts";

/** Every slash. */
export const slashLog = (db: Database): LogSource =>
  rowLog("slashes", async ({ above, upTo, limit, order }) => {
    let query = db.selectFrom("indexer.slash").selectAll().where("created_block", ">", above).limit(limit);
    if (upTo !== undefined) query = query.where("created_block", "<=", upTo);
    const rows = await query.orderBy("created_block", order).orderBy("created_log_index", order).execute();
    return (order === "desc" ? rows.reverse() : rows).map(itemOf);
  });

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
