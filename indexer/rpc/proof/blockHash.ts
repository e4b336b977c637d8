import { type Hex, keccak256, toRlp } from "viem";
import type { RpcBlock } from "../answers.ts";
import { integerBytes } from "./integers.ts";

/** A header's fields in the order they are hashed in. Each fork has added some at the end. */
const fields: readonly (readonly [name: string, isInteger?: "integer"])[] = [
  ["parentHash"],
  ["sha3Uncles"],
  ["miner"],
  ["stateRoot"],
  ["transactionsRoot"],
  ["receiptsRoot"],
  ["logsBloom"],
  ["difficulty", "integer"],
  ["number", "integer"],
  ["gasLimit", "integer"],
  ["gasUsed", "integer"],
  ["timestamp", "integer"],
  ["extraData"],
  ["mixHash"],
  ["nonce"],
  ["baseFeePerGas", "integer"], // EIP-1559
  ["withdrawalsRoot"], // EIP-4895
  ["blobGasUsed", "integer"], // EIP-4844
  ["excessBlobGas", "integer"],
  ["parentBeaconBlockRoot"], // EIP-4788
  ["requestsHash"], // EIP-7685
];

/**
 * The hash that the fields of a header give. Where it is the block's own, nothing in the header was altered: number,
 * time, parent, bloom and the root of the receipts. Chains with other headers than Ethereum's give another one.
 */
export function hashOfHeader(block: RpcBlock): Hex {
  const values = fields.flatMap(([name, isInteger]) => {
    const value = block[name];
    if (typeof value !== "string") return [];
    return [isInteger ? integerBytes(value as Hex) : (value as Hex)];
  });
  return keccak256(toRlp(values));
}
