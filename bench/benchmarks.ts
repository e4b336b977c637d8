import type { Benchmark } from "./Benchmark.ts";

/** Every benchmark by its name, in the folder of its subject. */
export const benchmarks = {
  "indexer-growth": () => import("./indexer/growth.ts"),
  "indexer-head": () => import("./indexer/head.ts"),
  api: () => import("./api/benchmark.ts"),
  bls: () => import("./bls/benchmark.ts"),
  evidence: () => import("./evidence/benchmark.ts"),
  indexer: () => import("./indexer/comparison.ts"),
  operators: () => import("./operators/benchmark.ts"),
  rewards: () => import("./rewards/benchmark.ts"),
} satisfies Record<string, () => Promise<Benchmark>>;

export type BenchmarkName = keyof typeof benchmarks;
