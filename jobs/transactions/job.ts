import { z } from "zod";
import { defineJob } from "../queue/defineJob.ts";
import { hasUnfinished } from "./queries.ts";
import type { Sender } from "./Sender.ts";
import { lowercase } from "./sendIntent.ts";
import { watchIntents } from "./watchIntents.ts";

/** Brings every transaction that was sent to finality. One job for all of a sender's, since their nonces hang together. */
export const transactionsJob = defineJob<{ readonly sender: Sender }, { sender: string }>({
  name: "transactions",
  payload: z.object({ sender: z.string().regex(/^0x[0-9a-f]{40}$/) }),
  concurrency: 1,
  everyMs: 1_000,
  unfinished: async ({ sender }) => {
    const address = lowercase(sender.account.address);
    return (await hasUnfinished(sender.db, address)) ? [{ sender: address }] : [];
  },
  run: async ({ sender }, payload) => {
    // A job of a process with another key, on the same queue: that one watches its own.
    if (payload.sender === lowercase(sender.account.address)) await watchIntents(sender);
  },
});
