import { type Context, ponder } from "ponder:registry";
import { event as eventTable } from "ponder:schema";
import type { Hex } from "viem";
import { logEntry } from "../eventLog/logEntry.ts";
import { momentOf } from "../transitions/moment.ts";

type Occurred = {
  readonly event: Parameters<typeof momentOf>[0] & {
    readonly args: unknown;
    readonly log: { readonly address: Hex };
  };
  readonly context: Pick<Context, "db">;
};

/** `ponder.on`, and the event stands in the log of events before its handler changes anything. */
export const on: typeof ponder.on = (name, handle) =>
  ponder.on(name, async (occurred) => {
    const { event, context } = occurred as unknown as Occurred;
    const entry = logEntry(name, event.log.address, event.args, momentOf(event));
    await context.db.insert(eventTable).values(entry);
    await handle(occurred);
  });
