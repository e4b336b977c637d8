import { buildSchema, findBreakingChanges } from "graphql";

/** A change that breaks clients and was decided on. */
export type IntendedBreak = { readonly change: string; readonly reason: string };

/**
 * Compares two versions of the schema.
 *
 * @returns the changes that break clients of `before` and are not intended, each in a sentence.
 * @throws {GraphQLError} when one of them is no schema.
 */
export function unintendedBreaks(
  before: string,
  after: string,
  intended: readonly IntendedBreak[],
): string[] {
  const known = new Set(intended.map(({ change }) => change));
  return findBreakingChanges(buildSchema(before), buildSchema(after))
    .map(({ description }) => description)
    .filter((description) => !known.has(description));
}
