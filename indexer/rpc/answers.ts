import { z } from "zod";

/** What endpoints answer, as far as it is relied on. Anything else an answer holds is passed on as it came. */

const hex = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .transform((text) => text.toLowerCase() as `0x${string}`);

const hash = hex(/^0x[0-9a-fA-F]{64}$/);
const address = hex(/^0x[0-9a-fA-F]{40}$/);
const bytes = hex(/^0x(?:[0-9a-fA-F]{2})*$/);
const quantity = hex(/^0x[0-9a-fA-F]{1,64}$/);
const bloom = hex(/^0x[0-9a-fA-F]{512}$/);

/** A log of `eth_getLogs`. */
export const logAnswer = z.looseObject({
  address,
  topics: z.array(hash).max(4),
  data: bytes,
  blockNumber: quantity,
  blockHash: hash,
  transactionHash: hash,
  transactionIndex: quantity,
  logIndex: quantity,
});
export type RpcLog = z.infer<typeof logAnswer>;

/** A receipt of `eth_getBlockReceipts`. Those of before Byzantium, with `root` in the place of `status`, are not taken. */
export const receiptAnswer = z.looseObject({
  type: quantity.optional(),
  status: quantity,
  cumulativeGasUsed: quantity,
  logsBloom: bloom,
  transactionHash: hash,
  logs: z.array(logAnswer),
});
export type RpcReceipt = z.infer<typeof receiptAnswer>;

/** A block, with its transactions or only their hashes. */
export const blockAnswer = z.looseObject({
  hash,
  parentHash: hash,
  number: quantity,
  timestamp: quantity,
  receiptsRoot: hash,
  logsBloom: bloom,
  transactions: z.array(z.union([hash, z.looseObject({ hash })])),
});
export type RpcBlock = z.infer<typeof blockAnswer>;

/** The hashes of a block's transactions, in their order. */
export function transactionHashes(block: RpcBlock): `0x${string}`[] {
  return block.transactions.map((transaction) =>
    typeof transaction === "string" ? transaction : transaction.hash,
  );
}
