import { stringify } from "csv-stringify/sync";
import { type Column, cellOf } from "./columns.ts";

/** How rows are written: what comes before, between and after them. */
export type Format = {
  readonly contentType: string;
  readonly begin: (columns: readonly Column[]) => string;
  readonly rows: (rows: readonly unknown[], columns: readonly Column[], isFirst: boolean) => string;
  readonly end: string;
};

/** RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
const csvRows = (rows: readonly (readonly (string | null)[])[]) =>
  stringify(rows as (string | null)[][], {
    record_delimiter: "windows",
    escape_formulas: true,
  });

const csv: Format = {
  contentType: "text/csv; charset=utf-8; header=present",
  begin: (columns) => csvRows([columns.map((column) => column.join("."))]),
  rows: (rows, columns) => csvRows(rows.map((row) => columns.map((column) => cellOf(row, column)))),
  end: "",
};

/** One array, a row on each line. */
const json: Format = {
  contentType: "application/json; charset=utf-8",
  begin: () => "[",
  rows: (rows, _columns, isFirst) =>
    rows.map((row, index) => `${isFirst && index === 0 ? "\n" : ",\n"}${JSON.stringify(row)}`).join(""),
  end: "\n]\n",
};

export const formats: Readonly<Record<"csv" | "json", Format>> = { csv, json };
