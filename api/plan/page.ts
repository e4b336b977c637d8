import { badInput } from "../errors.ts";
import type { Given } from "./Given.ts";

export const defaultPageSize = 20;
export const maxPageSize = 100;

/** One page of a list: `limit` rows from its start, or from its end when `backward`, between the cursors that are given. */
export type Page = {
  readonly limit: number;
  readonly backward: boolean;
  readonly after: boolean;
  readonly before: boolean;
  /** Rows that are passed over first; 0 unless the page is forced. */
  readonly skip?: number;
};

/** A page of an export, which is not the client's to choose: of the list at a path of response keys, joined by dots. */
export type ForcedPage = { readonly path: string; readonly limit: number; readonly skip: number };

/**
 * Checks the arguments of a connection; cursors are read when the plan is run.
 * @throws {GraphQLError} BAD_USER_INPUT for both `first` and `last`, or a size outside 0 to 100.
 */
export function readPage(args: Given): Page {
  const [first, last] = [args.field("first").value, args.field("last").value] as (
    | number
    | null
    | undefined
  )[];
  if (first != null && last != null) throw badInput("Give `first` or `last`, not both.");
  return {
    limit: last != null ? size(last, "last") : size(first ?? defaultPageSize, "first"),
    backward: last != null,
    after: !args.field("after").isNull,
    before: !args.field("before").isNull,
  };
}

function size(count: number, argument: string): number {
  if (count < 0) throw badInput(`\`${argument}\` must not be negative.`);
  if (count > maxPageSize) throw badInput(`\`${argument}\` is ${maxPageSize} at most; use cursors for more.`);
  return count;
}
