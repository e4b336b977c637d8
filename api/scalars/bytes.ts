import { GraphQLScalarType, Kind } from "graphql";
import type { Hex } from "viem";
import { badInput } from "../errors.ts";
import { describeScalar } from "./describeScalar.ts";

/** Longer than anything a contract of ours takes, shorter than the body of a request. */
const longestBytes = 32_768;

function parse(value: unknown): Hex {
  if (typeof value !== "string" || !/^0x([0-9a-fA-F]{2})*$/.test(value))
    throw badInput("Bytes are 0x and an even number of hex digits.");
  if (value.length > 2 + 2 * longestBytes) throw badInput(`Bytes are ${longestBytes} bytes at most.`);
  return value.toLowerCase() as Hex;
}

export const bytesScalar = new GraphQLScalarType<Hex, Hex>({
  name: "Bytes",
  description: describeScalar("Bytes"),
  serialize: (value) => String(value) as Hex,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
