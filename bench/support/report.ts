import { cpus, totalmem } from "node:os";
import { markdownTable } from "markdown-table";

/** What a benchmark found: tables and sentences, in the order in which they are printed. */
export type Section = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly notes?: readonly string[];
};

/** A section as Markdown: the first column is text, all others are numbers. */
export function renderSection({ title, columns, rows, notes = [] }: Section): string {
  const table = markdownTable([[...columns], ...rows.map((row) => row.map(String))], {
    align: columns.map((_, index) => (index === 0 ? "l" : "r")),
  });
  return [`### ${title}`, table, ...notes].join("\n\n");
}

/** The machine in words, since absolute figures mean nothing without it. */
export function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} cores (${first?.model.trim() ?? "unknown"}), ${memory} GiB, Node ${process.versions.node}, ${process.platform}.`;
}

/** A whole number with spaces between thousands, as the tables show them. */
export function whole(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, " ");
}
