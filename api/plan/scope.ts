import { sql } from "kysely";
import { type Moment, param } from "./Param.ts";
import type { Sql } from "./text.ts";

/** What an object and everything below it is as of. */
export type Scope = {
  /** Undefined: as the rows are now. */
  readonly at: { readonly by: "block" | "timestamp"; readonly point: Sql } | undefined;
  /** The moment's timestamp: what is in force goes by it. */
  readonly now: Sql;
  readonly epoch: Sql;
};

/** @param index of the scope's moment in a run's `moments`. */
export function scopeOf(index: number, by: "block" | "timestamp" | undefined): Scope {
  const read = (part: keyof Moment) => param(({ moments }) => moments[index]?.[part]?.toString(), "numeric");
  return {
    at: by === undefined ? undefined : { by, point: read(by) },
    now: read("timestamp"),
    epoch: read("epoch"),
  };
}

/** Whether a step that rows carry by block and time had been taken; true without a condition for what is now. */
export function happened({ at }: Scope, block: Sql, timestamp: Sql): Sql | undefined {
  if (at === undefined) return undefined;
  return sql`${at.by === "block" ? block : timestamp} <= ${at.point}`;
}
