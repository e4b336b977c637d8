import { RevertedError } from "../../lib/chain/revert.ts";
import type { Sender } from "./Sender.ts";
import { type Intent, sendIntent } from "./sendIntent.ts";

/**
 * Sends a transaction that others may make needless at any time.
 *
 * @returns false when the contract refuses it, e.g. because another was faster: the next look at the chain tells.
 */
export async function sendUnlessRefused(sender: Sender, intent: Intent): Promise<boolean> {
  try {
    await sendIntent(sender, intent);
    return true;
  } catch (error) {
    if (!(error instanceof RevertedError)) throw error;
    sender.logger.info({ purpose: intent.purpose, reason: error.reason }, "the contract refuses it");
    return false;
  }
}
