import { type Address, concat, type Hex, keccak256, pad, zeroHash } from "viem";

/** Equals `NonSigners.hashOf`: of the addresses as words of an array, without its length; zero for none. */
export function nonSignersHash(nonSigners: readonly Address[]): Hex {
  return nonSigners.length === 0 ? zeroHash : keccak256(concat(nonSigners.map((each) => pad(each))));
}
