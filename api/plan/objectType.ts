import type { FieldNode, GraphQLOutputType } from "graphql";
import type { CollectedFields } from "./collectFields.ts";
import type { Given } from "./Given.ts";
import type { Page } from "./page.ts";
import type { Scope } from "./scope.ts";
import type { Sql, Text } from "./text.ts";

/** A column, or what stands for it, of the row that an object is made from. */
export type Row = (column: string) => Sql;

/** A field in an operation, of one object. */
export type Use = {
  readonly row: Row;
  readonly scope: Scope;
  readonly args: Given;
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
  /** Response keys on the way here. */
  readonly path: readonly string[];
  /** How many such objects the answer may have. */
  readonly size: number;
  readonly compiler: Compiler;
};

/** How a field's JSON is had from the row. */
export type FieldPlan = (use: Use) => Text;

/** What a list's conditions may depend on. */
export type ListUse = {
  readonly row: Row;
  readonly scope: Scope;
  readonly where: Given;
  /** The row of the object that the list belongs to. */
  readonly parent: Row;
  readonly use: Use;
};

/** What one field of a filter demands of a row. */
export type Condition = (given: Given, list: ListUse) => Sql;
/** A filter's fields; those that are null demand nothing. */
export type Filters = Readonly<Record<string, Condition>>;

/** An object type: where its rows are, and how each field is had from one. */
export type ObjectPlan = {
  /** What stands after `from`, as of the scope; none for types that are always made from another object's row. */
  readonly source?: (scope: Scope) => Sql;
  /** Fields that follow from the columns by which other objects name it: for these alone no row is looked up. */
  readonly keyed?: readonly string[];
  /** What a list's `where`, or a filter of another type, may demand of its rows. */
  readonly filters?: Filters;
  readonly fields: Readonly<Record<string, FieldPlan>>;
};

/** Where an object stands: what is selected of it, and what it inherits. */
export type Above = Pick<Use, "nodes" | "path" | "scope" | "size">;
/** What it is made from, and what it does not inherit. */
export type Below = { readonly row: Row; readonly scope?: Scope; readonly size?: number };

/** What field plans ask of the compiler. */
export type Compiler = {
  plan(typeName: string): ObjectPlan;
  /** The fields that are selected on an object of a type. */
  select(typeName: string, nodes: readonly FieldNode[]): CollectedFields;
  /** The JSON of an object, with what is selected below a field. */
  object(typeName: string, above: Above, below: Below): Text;
  /** A name for a row that no other has. */
  alias(): string;
  /**
   * The page that is asked for of a list.
   * @throws {GraphQLError} BAD_USER_INPUT for arguments that name none.
   */
  page(use: Use): Page;
  /**
   * Counts rows that may be read.
   * @throws {GraphQLError} QUERY_TOO_LARGE above the budget.
   */
  spend(use: Use, rows: number): void;
};
