import type { Hex } from "viem";

/** An RPC quantity (`0x0`, `0x1c9`) as RLP holds integers: whole bytes without leading zeros, none for 0. */
export function integerBytes(quantity: Hex): Hex {
  const digits = quantity.slice(2).replace(/^0+/, "");
  return digits.length % 2 === 0 ? `0x${digits}` : `0x0${digits}`;
}
