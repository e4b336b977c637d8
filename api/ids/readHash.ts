import { type Hex, size } from "viem";
import { badInput } from "../errors.ts";

/**
 * @param what Stands in the message, e.g. `A task id`.
 * @throws {GraphQLError} BAD_USER_INPUT unless the bytes are 32.
 */
export function readHash(hash: Hex, what: string): Hex {
  if (size(hash) !== 32) throw badInput(`${what} has 32 bytes.`);
  return hash;
}
