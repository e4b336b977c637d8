import { pause } from "ponder:schema";
import { momentOf } from "../../../../indexer/transitions/moment.ts";
import { pauseSet } from "../../../../indexer/transitions/pauses.ts";
import { on } from "./on.ts";

// The row may exist: a group can be paused and resumed again and again, also to what it is already.
on("AccessManager:PauseSet", async ({ event, context: { db } }) => {
  const { group, ...set } = pauseSet(event.args, momentOf(event));
  await db
    .insert(pause)
    .values({ group, ...set })
    .onConflictDoUpdate(set);
});
