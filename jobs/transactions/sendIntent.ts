import { type Address, type Hex, keccak256 } from "viem";
import { RevertedError, revertReason } from "../../lib/chain/revert.ts";
import { broadcast } from "./broadcast.ts";
import { crashPoint } from "./crashPoint.ts";
import type { Fees } from "./fees.ts";
import {
  type Attempt,
  findState,
  type IntentState,
  lockSender,
  nextUnfinishedNonce,
  writeIntent,
} from "./queries.ts";
import type { Sender } from "./Sender.ts";

export type Intent = {
  /** What it is for, e.g. `respond:0x…`: one purpose has one intent at a time. */
  readonly purpose: string;
  readonly to: Address;
  readonly data: Hex;
  /** On top of the estimate, for effects that the newest block does not show yet. */
  readonly extraGas?: bigint;
};

/**
 * Sends a transaction for a purpose, once, however often and by however many it is called: the intent is written with its
 * nonce and signature before the node hears of it, and the watcher brings it to finality. A failed intent is replaced by a
 * new one after some time. Simulated first.
 *
 * @returns `sent` when this call made the intent, else what became of the one that is there.
 * @throws {RevertedError} when the contract would refuse it; nothing is written then.
 */
export async function sendIntent(
  sender: Sender,
  intent: Intent,
): Promise<"sent" | Exclude<IntentState, "none">> {
  const before = await findState(sender.db, intent.purpose);
  if (before !== "none") return before;

  const gas = await estimateUp(sender, intent);
  const fees = await sender.chain.estimateFeesPerGas();
  crashPoint("transaction.simulated");
  const outcome = await write(sender, intent, gas, fees);
  if (outcome.state !== "sent") return outcome.state;
  crashPoint("transaction.written");
  await broadcast(sender, { purpose: intent.purpose, ...outcome.attempt });
  crashPoint("transaction.broadcast");
  return "sent";
}

type Outcome =
  | { readonly state: "sent"; readonly attempt: Attempt }
  | { readonly state: Exclude<IntentState, "none"> };

/** Allots the nonce, signs and writes, alone among all that send for this account. */
function write(sender: Sender, intent: Intent, gas: bigint, fees: Fees): Promise<Outcome> {
  const address = lowercase(sender.account.address);
  return sender.db.transaction().execute(async (trx): Promise<Outcome> => {
    await lockSender(trx, address);
    const now = await findState(trx, intent.purpose);
    if (now !== "none") return { state: now };
    const [onChain, ours] = await Promise.all([
      sender.chain.getTransactionCount({ address, blockTag: "pending" }),
      nextUnfinishedNonce(trx, address),
    ]);
    const attempt = await sign(sender, intent, { nonce: Math.max(onChain, ours), gas, ...fees });
    crashPoint("transaction.signed");
    const { purpose, to, data } = intent;
    await writeIntent(trx, { purpose, to, data, sender: address }, attempt);
    return { state: "sent", attempt };
  });
}

/** Signs a version of an intent. The hash is known before anyone else sees it. */
export async function sign(
  { account, settings }: Sender,
  { to, data }: Pick<Intent, "to" | "data">,
  terms: Fees & { readonly nonce: number; readonly gas: bigint },
): Promise<Attempt> {
  const raw = await account.signTransaction({
    type: "eip1559",
    chainId: settings.chainId,
    to,
    data,
    ...terms,
  });
  return { ...terms, raw, hash: keccak256(raw) };
}

/** The gas limit: an estimate and a fifth more, since the state may have changed when it is mined. */
async function estimateUp({ chain, account }: Sender, intent: Intent): Promise<bigint> {
  const { purpose, to, data, extraGas = 0n } = intent;
  try {
    const estimate = await chain.estimateGas({ account: account.address, to, data });
    return (estimate * 6n) / 5n + 1n + extraGas;
  } catch (error) {
    const reason = revertReason(error);
    if (reason !== undefined) throw new RevertedError(reason, { purpose }, { cause: error });
    throw error;
  }
}

export function lowercase(address: Address): Address {
  return address.toLowerCase() as Address;
}
