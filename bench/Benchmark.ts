import type { Section } from "./support/report.ts";

export type Options = {
  /** The sizes that take long, too. */
  readonly large: boolean;
  /** About a minute each, with figures to look at, not to report. */
  readonly quick: boolean;
};

/** A benchmark: yields a section as soon as it is measured. What it says on the way goes to standard error. */
export type Benchmark = { readonly run: (options: Options) => AsyncIterable<Section> };
