import { BaseError, type Hex } from "viem";
import type { Sender } from "./Sender.ts";

/**
 * Hands a signed transaction to the node. Whatever the node answers (it knows it already, no funds, not reachable), the
 * intent stays pending and the watcher asks again, so nothing is thrown.
 */
export async function broadcast(
  sender: Sender,
  intent: { purpose: string; hash: Hex; raw: Hex },
): Promise<void> {
  const { purpose, hash, raw } = intent;
  try {
    await sender.chain.sendRawTransaction({ serializedTransaction: raw });
    sender.logger.info({ purpose, hash }, "transaction sent");
  } catch (error) {
    // Not the whole message: it holds the endpoint, and with it perhaps a key.
    const reason = error instanceof BaseError ? error.details || error.shortMessage : "unknown";
    sender.logger.warn({ purpose, hash, reason }, "the node did not take the transaction");
  }
}
