import { BaseError, type Hex, type TransactionReceipt } from "viem";
import { ServiceFailedError } from "../supervisor/ServiceFailedError.ts";
import type { Call, SeedContext } from "./SeedContext.ts";

type Client = SeedContext["client"];

/** Above what any call here needs (registering with a proof of possession: 0.4 million); many fit into a block. */
const gas = 1_500_000n;

/**
 * Sends transactions all at once, with nonces counted here, and waits once until all are mined.
 *
 * @returns the receipts, in the calls' order.
 * @throws {ServiceFailedError} when one of them reverts, with the contract's reason.
 */
export async function sendBatch(
  client: Client,
  calls: readonly Call[],
): Promise<readonly TransactionReceipt[]> {
  if (calls.length === 0) return [];
  const [nonces, fees] = await Promise.all([firstNonces(client, calls), client.estimateFeesPerGas()]);
  const hashes: Hex[] = [];
  for (const { from, to, data, value } of calls) {
    const nonce = nonces.get(from.address) ?? 0;
    nonces.set(from.address, nonce + 1);
    const serializedTransaction = await from.signTransaction({
      type: "eip1559",
      chainId: client.chain.id,
      to,
      nonce,
      gas,
      // Leaves room for a base fee that rises while the batch waits.
      maxFeePerGas: fees.maxFeePerGas * 2n,
      maxPriorityFeePerGas: fees.maxPriorityFeePerGas,
      ...(data === undefined ? {} : { data }),
      ...(value === undefined ? {} : { value }),
    });
    hashes.push(await client.sendRawTransaction({ serializedTransaction }));
  }
  const receipts = await Promise.all(
    hashes.map((hash) => client.waitForTransactionReceipt({ hash, timeout: 60_000 })),
  );
  const failed = receipts.findIndex((receipt) => receipt.status === "reverted");
  const call = calls[failed];
  if (call) throw new ServiceFailedError(`Seeding failed: ${await reasonOf(client, call)}`, { to: call.to });
  return receipts;
}

async function firstNonces(client: Client, calls: readonly Call[]): Promise<Map<Hex, number>> {
  const senders = [...new Set(calls.map(({ from }) => from.address))];
  const counts = await Promise.all(
    senders.map((address) => client.getTransactionCount({ address, blockTag: "pending" })),
  );
  return new Map(senders.map((address, index) => [address, counts[index] ?? 0]));
}

async function reasonOf(client: Client, { from, to, data = "0x", value = 0n }: Call): Promise<string> {
  try {
    await client.call({ account: from.address, to, data, value, gas });
    return `a transaction to ${to} reverted for lack of gas or because the chain changed`;
  } catch (error) {
    return error instanceof BaseError ? error.shortMessage : String(error);
  }
}
