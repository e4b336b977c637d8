import { badInput } from "../errors.ts";
import type { Given } from "../plan/Given.ts";
import type { Sql } from "../plan/text.ts";

/** A month of hours. */
export const mostBuckets = 750;
export const secondsOf = { HOUR: 3_600, DAY: 86_400 } as const;
export type Interval = keyof typeof secondsOf;

/** The first seconds of a range's first and last bucket, and how many seconds a bucket has. */
export type Bounds = { readonly first: Sql; readonly last: Sql; readonly seconds: number };

/**
 * The buckets that the range of the arguments `interval`, `from` and `to` touches.
 * When run: @throws {GraphQLError} BAD_USER_INPUT when the range is empty or has too many.
 */
export function bucketBounds(args: Given): Bounds & { readonly interval: Interval } {
  const interval = args.field("interval").value as Interval;
  const bound = (end: "first" | "last") =>
    args.param("numeric", (all: Parameters<typeof startsOf>[0]) => startsOf(all)[end]);
  return { interval, first: bound("first"), last: bound("last"), seconds: secondsOf[interval] };
}

function startsOf({ interval, from, to }: { interval: Interval; from: Date; to: Date }) {
  const seconds = secondsOf[interval];
  const first = Math.floor(from.getTime() / 1000 / seconds);
  const last = Math.ceil(to.getTime() / 1000 / seconds) - 1;
  if (last < first) throw badInput("`to` must be after `from`.");
  if (last - first >= mostBuckets)
    throw badInput(`That are more than ${mostBuckets} buckets: ask for less at once.`);
  return { first: String(first * seconds), last: String(last * seconds) };
}
