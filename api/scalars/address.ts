import { GraphQLScalarType, Kind } from "graphql";
import { type Address, getAddress } from "viem";
import { badInput } from "../errors.ts";
import { describeScalar } from "./describeScalar.ts";

function parse(value: unknown): Address {
  if (typeof value === "string" && /^0x[0-9a-fA-F]{40}$/.test(value)) return value.toLowerCase() as Address;
  throw badInput("An Address is 0x and 40 hex digits.");
}

/** Lowercase inside, checksummed (EIP-55) at the edge; a wrong checksum is no error. */
export const addressScalar = new GraphQLScalarType<Address, Address>({
  name: "Address",
  description: describeScalar("Address"),
  serialize: (value) => getAddress(String(value)),
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
