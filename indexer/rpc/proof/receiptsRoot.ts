import { concat, type Hex, toRlp } from "viem";
import type { RpcReceipt } from "../answers.ts";
import { integerBytes } from "./integers.ts";
import { orderedTrieRoot } from "./trieRoot.ts";

/** The root that a header holds for these receipts: equal means that no log among them is missing, added or altered. */
export function receiptsRootOf(receipts: readonly RpcReceipt[]): Hex {
  return orderedTrieRoot(receipts.map(encodeReceipt));
}

/** EIP-2718: a byte for the type, unless it is 0, before what all types have in common. */
function encodeReceipt({ type = "0x0", status, cumulativeGasUsed, logsBloom, logs }: RpcReceipt): Hex {
  const body = toRlp([
    integerBytes(status),
    integerBytes(cumulativeGasUsed),
    logsBloom,
    logs.map(({ address, topics, data }) => [address, topics, data]),
  ]);
  const typeByte = integerBytes(type);
  return typeByte === "0x" ? body : concat([typeByte, body]);
}
