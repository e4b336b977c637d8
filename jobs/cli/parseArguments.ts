import { InvalidArgumentError } from "commander";
import type { Hex } from "viem";

/** @throws {InvalidArgumentError} */
export function parseLimit(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new InvalidArgumentError("must be 1 to 99999");
  return Number(value);
}

/** @throws {InvalidArgumentError} */
export function parseHash(value: string): Hex {
  if (!/^0x[0-9a-fA-F]{64}$/.test(value))
    throw new InvalidArgumentError("must be a hash: 0x and 64 hex digits");
  return value.toLowerCase() as Hex;
}
