import type { Section } from "./support/report.ts";

export type Options = {
  /** The sizes that take long, too. */
  readonly large: boolean;
};

/** A benchmark: yields a section as soon as it is measured. What it says on the way goes to standard error. */
export type Benchmark = { readonly run: (options: Options) => AsyncIterable<Section> };

/** Every benchmark by its name, in the folder of its subject. */
export const benchmarks = {
  indexer: () => import("./indexer/comparison.ts"),
  "indexer-head": () => import("./indexer/head.ts"),
  "indexer-growth": () => import("./indexer/growth.ts"),
} satisfies Record<string, () => Promise<Benchmark>>;

export type BenchmarkName = keyof typeof benchmarks;
