import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as schema from "./ponder.schema.ts";

const rowTypesFile = fileURLToPath(new URL("../lib/database/indexerTables.ts", import.meta.url));

/** A column as `pg` gives it: numeric is a bigint, hex and text are strings. */
type Column = { readonly type: string; readonly nullable: boolean };
type Tables = Record<string, Record<string, Column>>;

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const valueTypes: Readonly<Record<string, string>> = {
  "numeric(78)": "bigint",
  integer: "number",
  text: "string",
  "text[]": "string[]",
  boolean: "boolean",
};

// Ponder's tables are Drizzle's, which is no dependency of ours; these symbols are registered globally.
const tableName = Symbol.for("drizzle:Name");
const tableColumns = Symbol.for("drizzle:Columns");
type DrizzleColumn = { readonly notNull: boolean; getSQLType(): string };
type DrizzleTable = { [tableName]: string; [tableColumns]: Record<string, DrizzleColumn> };

/** What Ponder makes in Postgres. */
function tablesOfSchema(): Tables {
  const tables = Object.values(schema as object).filter((value): value is DrizzleTable => tableName in value);
  const shapes = Object.fromEntries(
    tables.map((table) => {
      const columns = Object.entries(table[tableColumns]).map(([name, column]) => {
        const sqlType = column.getSQLType();
        return [snakeCase(name), { type: valueTypes[sqlType] ?? sqlType, nullable: !column.notNull }];
      });
      return [table[tableName], Object.fromEntries(columns)];
    }),
  );
  return { ...shapes, ...versionsOf(shapes), ...daysOf(shapes), participation: participationOf(shapes) };
}

/** The view of who signed has the columns of who was assigned, and one more. */
function participationOf({ assignment }: Tables): Tables[string] {
  return { ...assignment, signed: { type: "boolean", nullable: true } };
}

/** A view of days has the columns of its hours. */
function daysOf(tables: Tables): Tables {
  const hours = Object.entries(tables).filter(([name]) => name.endsWith("_hour"));
  return Object.fromEntries(hours.map(([name, columns]) => [name.replace(/_hour$/, "_day"), columns]));
}

/** A view of versions has the columns of its history, without an end where the version holds. */
function versionsOf(tables: Tables): Tables {
  const histories = Object.entries(tables).filter(([name]) => name.endsWith("_history"));
  return Object.fromEntries(
    histories.map(([name, columns]) => [
      name.replace(/_history$/, "_version"),
      Object.fromEntries(
        Object.entries(columns).map(([column, { type, nullable }]) => [
          column,
          { type, nullable: nullable || column.startsWith("until_") },
        ]),
      ),
    ]),
  );
}

/** What our processes believe, as the compiler resolves `IndexerTables`. */
function tablesOfTypes(): Tables {
  const program = ts.createProgram([rowTypesFile], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(rowTypesFile);
  const declaration = source?.statements
    .filter(ts.isTypeAliasDeclaration)
    .find((alias) => alias.name.text === "IndexerTables");
  if (!declaration) throw new Error("IndexerTables is not declared any more");

  const columnOf = (symbol: ts.Symbol): Column => {
    const type = checker.getTypeOfSymbol(symbol);
    const parts = type.isUnion() ? type.types : [type];
    const nullable = parts.some((part) => (part.flags & ts.TypeFlags.Null) !== 0);
    return { type: valueTypeOf(checker, checker.getNonNullableType(type)), nullable };
  };
  const rows = checker
    .getTypeAtLocation(declaration)
    .getProperties()
    .map((table) => {
      const columns = checker
        .getTypeOfSymbol(table)
        .getProperties()
        .map((column) => [column.name, columnOf(column)]);
      return [table.name.replace(/^indexer\./, ""), Object.fromEntries(columns)];
    });
  return Object.fromEntries(rows);
}

function valueTypeOf(checker: ts.TypeChecker, type: ts.Type): string {
  const element = checker.isArrayType(type)
    ? checker.getTypeArguments(type as ts.TypeReference)[0]
    : undefined;
  if (element) return `${valueTypeOf(checker, element)}[]`;
  const parts = type.isUnion() ? type.types : [type];
  const has = (flag: ts.TypeFlags) => parts.every((part) => (part.flags & flag) !== 0);
  if (has(ts.TypeFlags.StringLike)) return "string";
  if (has(ts.TypeFlags.BigIntLike)) return "bigint";
  if (has(ts.TypeFlags.BooleanLike)) return "boolean";
  if (has(ts.TypeFlags.NumberLike)) return "number";
  return checker.typeToString(type);
}

describe("lib/database/indexerTables.ts", () => {
  it("names every table and column of ponder.schema.ts with its type and whether it may be null", () => {
    const { _ponder_checkpoint, ...believed } = tablesOfTypes();
    expect(Object.keys(_ponder_checkpoint ?? {})).toContain("finalized_checkpoint");
    expect(believed).toEqual(tablesOfSchema());
  });
});
