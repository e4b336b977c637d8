import { concatHex, type Hex, numberToHex, padHex, size } from "viem";

export const batchAddress: Hex = `0x${"ba7c".repeat(10)}`;

/**
 * A contract that makes several calls in one transaction, all of them or none. Its calldata is for each call 32 bytes of
 * address, 32 of the data's length, and the data:
 *
 *     for (ptr = 0; calldatasize > ptr; ptr += length + 0x40)
 *       target = calldataload(ptr), length = calldataload(ptr + 0x20)
 *       calldatacopy(0, ptr + 0x40, length)
 *       if (!call(gas, target, 0, 0, length, 0, 0)) revert(0, 0)
 */
export const batchCode: Hex =
  "0x5f5b803611600957005b8035816020013580836040015f375f5f825f5f865af16026575f5ffd5b905001604001600156";

export type Call = { readonly address: Hex; readonly data: Hex };

export function batchOf(calls: readonly Call[]): Hex {
  return concatHex(
    calls.flatMap(({ address, data }) => [
      padHex(address, { size: 32 }),
      numberToHex(size(data), { size: 32 }),
      data,
    ]),
  );
}
