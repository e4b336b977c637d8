import { sendIntent } from "../sendIntent.ts";
import { watchIntents } from "../watchIntents.ts";
import { counter, openSender } from "./openSender.ts";

/** One intent, then one look at it, in a process of its own: for tests that kill it at a crash point. */
const { TEST_DATABASE = "", TEST_RPC = "", TEST_NAME = "", TEST_REPLACE_AFTER_MS = "60000" } = process.env;
const sender = openSender({
  url: TEST_DATABASE,
  rpcUrl: TEST_RPC,
  name: TEST_NAME,
  replaceAfterMs: Number(TEST_REPLACE_AFTER_MS),
});
await sendIntent(sender, { purpose: `count:${TEST_NAME}`, to: counter, data: "0x" });
await watchIntents(sender);
await sender.close();
