import { type Address, BaseError, type Hex } from "viem";
import { revertReason } from "../../lib/chain/revert.ts";
import { broadcast } from "./broadcast.ts";
import { crashPoint } from "./crashPoint.ts";
import { decide, type Sight, type Step } from "./decide.ts";
import { replacementFees } from "./fees.ts";
import { fillNonceGap } from "./fillNonceGap.ts";
import { listUnfinished, moveIntent, type UnfinishedIntent, writeReplacement } from "./queries.ts";
import type { Sender } from "./Sender.ts";
import { lowercase, sign } from "./sendIntent.ts";

const batchSize = 200;

/**
 * Looks once at every unfinished intent of the sender and takes the next step with each: broadcast, replace, mark. Safe to
 * run in several processes at once.
 */
export async function watchIntents(sender: Sender): Promise<void> {
  const address = lowercase(sender.account.address);
  const intents = await listUnfinished(sender.db, address, batchSize);
  if (intents.length === 0) return;
  const head = await sender.chain.getBlockNumber();
  const { finalityDepth } = sender.settings;
  const finalBlock = head > finalityDepth ? head - finalityDepth : 0n;
  const finalNonce = await nonceAt(sender, address, finalBlock);
  const looks = await Promise.all(
    intents.map(async (intent) => ({ intent, sight: await look(sender, intent, head, finalNonce) })),
  );
  // In the order of their nonces: what a reorganisation took comes back as it was sent, a commitment before its proof.
  const failures: unknown[] = [];
  for (const { intent, sight } of looks) {
    await take(sender, intent, sight, decide(sight, sender.settings)).catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
  await fillNonceGap(sender, intents);
}

/** The account's nonce at a past block; 0, which gives up no intent, when the node no longer has that block's state. */
async function nonceAt({ chain, logger }: Sender, address: Address, blockNumber: bigint): Promise<number> {
  try {
    return await chain.getTransactionCount({ address, blockNumber });
  } catch (error) {
    const reason = error instanceof BaseError ? error.shortMessage : "unknown";
    logger.debug({ blockNumber, reason }, "the node has no state of the final block");
    return 0;
  }
}

async function look(
  { chain }: Sender,
  intent: UnfinishedIntent,
  head: bigint,
  finalNonce: number,
): Promise<Sight> {
  const [receipts, known] = await Promise.all([
    Promise.all(intent.attempts.map(({ hash }) => chain.getTransactionReceipt({ hash }).catch(orNull))),
    chain.getTransaction({ hash: intent.hash }).catch(orNull),
  ]);
  const receipt = receipts.find((candidate) => candidate !== null);
  return {
    state: intent.state === "mined" ? "mined" : "pending",
    nonce: intent.nonce,
    block: intent.block,
    receipt: receipt
      ? { hash: receipt.transactionHash, success: receipt.status === "success", block: receipt.blockNumber }
      : null,
    known: known !== null,
    ageMs: Number(intent.attempts[0]?.age_ms ?? 0n),
    head,
    finalNonce,
  };
}

/** Null when the node does not have it; any other failure says nothing about the transaction. */
function orNull(error: unknown): null {
  const name = (error as Error).name;
  if (name === "TransactionReceiptNotFoundError" || name === "TransactionNotFoundError") return null;
  throw error;
}

async function take(sender: Sender, intent: UnfinishedIntent, sight: Sight, step: Step): Promise<void> {
  const { purpose, nonce, state } = intent;
  const { db, logger } = sender;
  switch (step.do) {
    case "wait":
      return;
    case "broadcast":
      return broadcast(sender, intent);
    case "replace":
      return replace(sender, intent);
    case "return to pending":
      logger.warn({ purpose, hash: intent.hash }, "a mined transaction vanished in a reorganisation");
      await moveIntent(db, intent, { state: "pending", block: null });
      return broadcast(sender, intent);
    case "mark mined":
      crashPoint("transaction.mined");
      await moveIntent(db, intent, { state: "mined", block: step.block });
      return;
    case "mark final":
      if (await moveIntent(db, { purpose, nonce, state }, { state: "final", block: step.block }))
        logger.info({ purpose, block: step.block }, "transaction final");
      return;
    case "mark reverted": {
      const error = await replayReason(sender, intent, sight.receipt?.hash ?? intent.hash, step.block);
      if (await moveIntent(db, intent, { state: "failed", block: step.block, error }))
        logger.warn({ purpose, reason: error }, "transaction reverted");
      return;
    }
    case "give up: nonce taken":
      if (await moveIntent(db, intent, { state: "failed", block: null, error: "NONCE_TAKEN" }))
        logger.warn({ purpose, nonce }, "another transaction took the nonce");
  }
}

/** The same nonce at a higher fee. The older versions stay watched: any of them may be mined. */
async function replace(sender: Sender, intent: UnfinishedIntent): Promise<void> {
  const [newest] = intent.attempts;
  if (!newest) return;
  const present = await sender.chain.estimateFeesPerGas();
  const replaced = {
    maxFeePerGas: newest.max_fee_per_gas,
    maxPriorityFeePerGas: newest.max_priority_fee_per_gas,
  };
  const terms = { nonce: intent.nonce, gas: newest.gas, ...replacementFees(replaced, present) };
  const attempt = await sign(sender, intent, terms);
  const { purpose } = intent;
  const isNewest = await sender.db
    .transaction()
    .execute((trx) => writeReplacement(trx, purpose, intent.hash, attempt));
  crashPoint("transaction.replaced");
  if (isNewest) await broadcast(sender, { purpose, ...attempt });
}

/** Why a mined transaction reverted: its call again on the state of its block, since receipts do not say. */
async function replayReason(
  { chain, account }: Sender,
  { to, data }: UnfinishedIntent,
  hash: Hex,
  blockNumber: bigint,
): Promise<string> {
  try {
    await chain.call({ account: account.address, to, data, blockNumber });
    return `reverted in ${hash}`;
  } catch (error) {
    return revertReason(error) ?? `reverted in ${hash}`;
  }
}
