import { GraphQLScalarType, Kind } from "graphql";
import { badInput } from "../errors.ts";
import { describeScalar } from "./describeScalar.ts";

/** As many digits as the database keeps, `numeric(78,0)`: more than any uint256 has. */
const longest = 78;

function parse(text: string): bigint {
  const digits = text.startsWith("-") ? text.slice(1) : text;
  if (!/^\d+$/.test(digits)) throw badInput("A BigInt is a string of decimal digits.");
  if (digits.length > longest) throw badInput(`A BigInt has ${longest} digits at most.`);
  return BigInt(text);
}

/** Exact integers: decimal strings out; decimal strings or integers in, never through a floating-point number. */
export const bigIntScalar = new GraphQLScalarType<bigint, string>({
  name: "BigInt",
  description: describeScalar("BigInt"),
  serialize(value) {
    if (typeof value !== "bigint") throw new TypeError("BigInt serialises bigints only");
    return value.toString();
  },
  parseValue(value) {
    if (typeof value === "string") return parse(value);
    if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
    throw badInput("A BigInt is a decimal string, or an integer that JSON keeps exactly (below 2^53).");
  },
  parseLiteral(node) {
    if (node.kind === Kind.STRING || node.kind === Kind.INT) return parse(node.value);
    throw badInput("A BigInt is a decimal string or an integer.");
  },
});
