import { sql } from "kysely";
import type { Position } from "../meta/queries.ts";
import type { Sql } from "./text.ts";

/** A block, or the last one up to a timestamp. */
export type Moment = {
  /** Undefined when the moment was given as a timestamp, or is the indexed block. */
  readonly block: bigint | undefined;
  /** Seconds of block time. */
  readonly timestamp: bigint;
  /** The epoch that holds it. */
  readonly epoch: bigint;
};

/** What an execution of a plan differs by from another. */
export type Run = {
  /** Coerced, so defaults are in. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly position: Position;
  /** What each scope of the plan is as of, in the plan's order; the first is the indexed block. */
  readonly moments: readonly Moment[];
  /** What the statement's objects are made from, where they are made from what a mutation returned. */
  readonly row: Readonly<Record<string, unknown>>;
};

/** Where in the operation a value comes from, for errors. */
export type Place = {
  readonly path: readonly string[];
  readonly nodes: readonly import("graphql").FieldNode[];
};

/** A statement's parameter, read when a plan is run. `read` may throw BAD_USER_INPUT. */
export class Param {
  readonly read: (run: Run) => unknown;
  readonly place: Place | undefined;
  constructor(read: (run: Run) => unknown, place?: Place) {
    this.read = read;
    this.place = place;
  }
}

export type SqlType = "text" | "text[]" | "numeric" | "numeric[]" | "integer" | "boolean";

/** The parameter as an expression: always cast, since Postgres guesses types otherwise. */
export function param(read: (run: Run) => unknown, type: SqlType, place?: Place): Sql {
  return sql`${new Param(read, place)}::${sql.raw(type)}`;
}
