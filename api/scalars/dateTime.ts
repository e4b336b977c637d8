import { GraphQLScalarType, Kind } from "graphql";
import { badInput } from "../errors.ts";
import { describeScalar } from "./describeScalar.ts";

const format = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
/** Last second that JavaScript's Date can show. */
const latestSecond = 8_640_000_000_000;

/** Seconds since 1970, in decimal digits, as ISO 8601 in UTC. */
export function formatSeconds(digits: string): string {
  // A contract may hold any uint64 ("never" is often the largest): the furthest date stands for those.
  const seconds = Math.min(Number(digits), latestSecond);
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

function parse(value: unknown): Date {
  const date = typeof value === "string" && format.test(value) ? new Date(value) : undefined;
  if (date === undefined || Number.isNaN(date.getTime()))
    throw badInput('A DateTime is ISO 8601 with a time zone: "2026-01-31T12:00:00Z".');
  return date;
}

/** Seconds of block time (bigint) or a Date out, to the second; a Date in. */
function serialize(value: unknown): string {
  if (typeof value === "bigint") return formatSeconds(value.toString());
  if (value instanceof Date) return value.toISOString();
  throw new TypeError("DateTime serialises seconds or Dates only");
}

export const dateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: describeScalar("DateTime"),
  serialize,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
