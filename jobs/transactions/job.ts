import { z } from "zod";
import { defineJob } from "../queue/defineJob.ts";
import { hasUnfinished } from "./queries.ts";
import type { Sender } from "./Sender.ts";
import { lowercase } from "./sendIntent.ts";
import { watchIntents } from "./watchIntents.ts";

type Senders = { readonly sender: Sender; readonly guardian?: Sender | undefined };

/** Brings every transaction that was sent to finality. One job for all of a sender's, since their nonces hang together. */
export const transactionsJob = defineJob<Senders, { sender: string }>({
  name: "transactions",
  payload: z.object({ sender: z.string().regex(/^0x[0-9a-f]{40}$/) }),
  concurrency: 1,
  everyMs: 1_000,
  unfinished: async (context) => {
    const waiting: { sender: string }[] = [];
    for (const { db, account } of sendersOf(context)) {
      const address = lowercase(account.address);
      if (await hasUnfinished(db, address)) waiting.push({ sender: address });
    }
    return waiting;
  },
  run: async (context, payload) => {
    // One that is not here is of a process with another key, on the same queue, which watches its own.
    const sender = sendersOf(context).find(({ account }) => lowercase(account.address) === payload.sender);
    if (sender) await watchIntents(sender);
  },
});

function sendersOf({ sender, guardian }: Senders): readonly Sender[] {
  return guardian ? [sender, guardian] : [sender];
}
