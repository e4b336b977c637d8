import { type Context, ponder } from "ponder:registry";
import * as schema from "ponder:schema";
import type { Hex } from "viem";
import { logEntry } from "../../../../indexer/eventLog/logEntry.ts";
import { versionedTables } from "../../../../indexer/history/versionedTables.ts";
import { momentOf } from "../../../../indexer/transitions/moment.ts";
import { keepHistory } from "./keepHistory.ts";

type Occurred = {
  readonly event: Parameters<typeof momentOf>[0] & {
    readonly args: unknown;
    readonly log: { readonly address: Hex };
  };
  readonly context: Pick<Context, "db">;
};

const versioned = versionedTables(schema);

/**
 * `ponder.on`, and the event stands in the log of events before its handler changes anything, whose `db` keeps what rows
 * were before.
 */
export const on: typeof ponder.on = (name, handle) =>
  ponder.on(name, async (occurred) => {
    const { event, context } = occurred as unknown as Occurred;
    const at = momentOf(event);
    await context.db.insert(schema.event).values(logEntry(name, event.log.address, event.args, at));
    const db = keepHistory(context.db, versioned, at);
    await handle({ ...occurred, context: { ...context, db } } as typeof occurred);
  });
