/** Whose GraphQL a document is written in. */
export type Dialect = "nektar" | "ponder" | "postgraphile";

/** An answer's `data`. Documents and the functions that read their answers stand side by side, so its shape is trusted. */
// biome-ignore lint/suspicious/noExplicitAny: three dialects' answers, whose types nobody generates
export type Data = any;

export type Operation = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What an answer says, in words that are the same for all dialects. */
  readonly content: (data: Data) => unknown;
  /** The cursor of the next variant, where variants are pages. */
  readonly next?: (data: Data) => string | null;
};

/** One question in the words of each dialect. */
export type Query = {
  readonly name: string;
  readonly title: string;
  /**
   * How many sets of variables there are; load goes through them in turn, so that neither a cache of answers nor the joining
   * of equal requests decides.
   */
  readonly variants: number;
  /** `after`: where variants are pages, the cursor at which the one before ended; null for the first. */
  readonly inDialect: Readonly<Record<Dialect, (variant: number, after: string | null) => Operation>>;
};

/** DateTime to seconds, as the tables and the other dialects have them. */
export const seconds = (time: string): string => String(Date.parse(time) / 1_000);
export const lower = (address: string): string => address.toLowerCase();
