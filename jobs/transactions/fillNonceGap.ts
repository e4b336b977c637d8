import { broadcast } from "./broadcast.ts";
import { type Attempt, lockSender, type UnfinishedIntent, writeIntent } from "./queries.ts";
import type { Sender } from "./Sender.ts";
import { lowercase, sign } from "./sendIntent.ts";

const transferGas = 21_000n;

/**
 * When the chain lost transactions that we took for final (a chain restored from an older state), our pending intents wait
 * behind nonces that nobody will use. Sends an empty transfer to ourselves for the lowest of them, so that the rest move.
 */
export async function fillNonceGap(sender: Sender, intents: readonly UnfinishedIntent[]): Promise<void> {
  const pending = intents.filter((intent) => intent.state === "pending");
  const lowest = Math.min(...intents.map((intent) => intent.nonce));
  if (pending.length === 0) return;
  const address = lowercase(sender.account.address);
  const next = await sender.chain.getTransactionCount({ address, blockTag: "pending" });
  if (next >= lowest) return;

  const purpose = `fill:${address}:${next}`;
  const fees = await sender.chain.estimateFeesPerGas();
  const intent = { purpose, sender: address, to: address, data: "0x" as const };
  const attempt = await sender.db.transaction().execute(async (trx): Promise<Attempt> => {
    await lockSender(trx, address);
    const signed = await sign(sender, intent, { nonce: next, gas: transferGas, ...fees });
    await writeIntent(trx, intent, signed);
    return signed;
  });
  sender.logger.warn({ nonce: next, waiting: pending.length }, "filling a gap in the nonces");
  await broadcast(sender, { purpose, ...attempt });
}
