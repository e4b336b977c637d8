import type { Options } from "../Benchmark.ts";
import type { Section } from "../support/report.ts";
import { measureReaction } from "./reaction.ts";
import { measureSignatures } from "./signatures.ts";

/** How soon an equivocation is answered, and how fast its signatures are checked. */
export async function* run({ quick }: Options): AsyncIterable<Section> {
  yield await measureReaction(quick ? 6 : 30);
  yield await measureSignatures(quick ? 50 : 300);
}
