import { type RawBuilder, sql } from "kysely";

export type Sql = RawBuilder<unknown>;

/**
 * A piece of the answer's JSON: strings stand in it as they are, expressions are SQL that yields text, never null.
 * `markLead` begins each of the `marks`: JSON text that Postgres makes of values has no character below 0x20, since it escapes them.
 */
export type Text = readonly (string | Sql)[];

/** One character, so that a long answer is searched as fast as memory is read. */
export const markLead = "\x01";

/** What Postgres cannot format; `finishText` replaces each by what it stands for. All but `fault` stand before a closing quote. */
export const marks = {
  /** Then a lowercase address. */
  address: `${markLead}a`,
  /** Then seconds since 1970. */
  time: `${markLead}t`,
  /** Then `Type:key`. */
  id: `${markLead}i`,
  /** Then a list's name and its key's values, each after a `separator`. */
  cursor: `${markLead}c`,
  /** Then why there is no answer, up to another `fault`. */
  fault: `${markLead}e`,
  /** Then a block's number: how firmly it stands. */
  finality: `${markLead}f`,
  separator: "\x02",
} as const;

/** Why a statement's answer is none: `tooLarge`, or the name of a type of which a row that must exist does not. */
export const tooLarge = "tooLarge";
export const fault = (why: string): string => `${marks.fault}${why}${marks.fault}`;

/** An object's fields and its end; all of them may be skipped, or in fragments on other types. */
export const closed = (fields: Text): Text => (fields.length === 0 ? ["{}"] : [...fields, "}"]);

/** One expression of all pieces. */
export function concat(text: Text): Sql {
  const pieces: (string | Sql)[] = [];
  for (const piece of text) {
    const last = pieces.at(-1);
    if (typeof piece === "string" && typeof last === "string") pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return balanced(pieces.map((piece) => (typeof piece === "string" ? sql`${sql.lit(piece)}` : piece)));
}

/** As a balanced tree, since each `||` copies both its sides. */
function balanced(pieces: readonly Sql[]): Sql {
  const [first] = pieces;
  if (first === undefined) return sql`''`;
  if (pieces.length === 1) return first;
  const middle = pieces.length >> 1;
  return sql`(${balanced(pieces.slice(0, middle))} || ${balanced(pieces.slice(middle))})`;
}

export const and = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], sql` and `)})`;
export const whereAll = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`` : sql`where ${and(conditions)}`;
