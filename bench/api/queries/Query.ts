/** Whose GraphQL a document is written in. */
export type Dialect = "nektar" | "ponder" | "postgraphile";

export type Operation = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What an answer says, in words that are the same for all dialects. */
  readonly content: (data: Data) => unknown;
};

/** An answer's `data`. Documents and the functions that read their answers stand side by side, so its shape is trusted. */
// biome-ignore lint/suspicious/noExplicitAny: three dialects' answers, whose types nobody generates
export type Data = any;

/** One question in the words of each dialect. */
export type Query = {
  readonly name: string;
  readonly title: string;
  /** How many sets of variables there are; load goes through them in turn, so that no cache of answers decides. */
  readonly variants: number;
  readonly inDialect: Readonly<Record<Dialect, (variant: number) => Operation>>;
};

/** DateTime to seconds, as the tables and the other dialects have them. */
export const seconds = (time: string): string => String(Date.parse(time) / 1_000);
export const lower = (address: string): string => address.toLowerCase();
