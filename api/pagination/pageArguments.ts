import { badInput } from "../errors.ts";
import { decodeCursor } from "./cursor.ts";
import type { Keyset } from "./keyset.ts";

export const defaultPageSize = 20;
export const maxPageSize = 100;

type Optional<Value> = Value | null | undefined;
/** As the schema has them. */
export type PageArguments = {
  readonly first?: Optional<number>;
  readonly after?: Optional<string>;
  readonly last?: Optional<number>;
  readonly before?: Optional<string>;
};

/** One page of a list: `limit` rows from its start, or from its end when `backward`. */
export type Page = {
  readonly limit: number;
  readonly backward: boolean;
  /** Keys between which the page lies, both excluded. */
  readonly after: readonly string[] | undefined;
  readonly before: readonly string[] | undefined;
};

/**
 * Checks the arguments of a connection.
 * @throws {GraphQLError} BAD_USER_INPUT for both `first` and `last`, a size outside 0 to 100, or a foreign cursor.
 */
export function readPage<Row>(keyset: Keyset<Row>, args: PageArguments): Page {
  const { first, last, after, before } = args;
  if (first != null && last != null) throw badInput("Give `first` or `last`, not both.");
  return {
    limit: last != null ? size(last, "last") : size(first ?? defaultPageSize, "first"),
    backward: last != null,
    after: after == null ? undefined : decodeCursor(keyset, after, "after"),
    before: before == null ? undefined : decodeCursor(keyset, before, "before"),
  };
}

function size(count: number, argument: string): number {
  if (count < 0) throw badInput(`\`${argument}\` must not be negative.`);
  if (count > maxPageSize) throw badInput(`\`${argument}\` is ${maxPageSize} at most; use cursors for more.`);
  return count;
}
