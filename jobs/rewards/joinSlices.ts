import type { BucketRange } from "../../lib/rewards/totalQueries.ts";
import type { CreditedRange } from "./joinQueries.ts";

/** The join holds two slices at once, the one it works on and the next: some 30 MB each, however many earners there are. */
const creditsInSlice = 30_000;

/** Neighbouring ranges of credits, and the buckets of totals that their earners are in. */
export type Slice = BucketRange & { readonly ranges: readonly string[] };

/**
 * Ranges, which ascend, in slices of about as many credits each. A range lies with the longer ones that begin with it: shards of an earlier
 * version wrote shorter ranges, and a bucket is joined once.
 */
export function slicesOf(all: readonly CreditedRange[], most = creditsInSlice): Slice[] {
  const slices: { ranges: string[]; from: string; until: string }[] = [];
  let whole = "none";
  let inSlice = 0;
  for (const { range, credits } of all) {
    const slice = slices.at(-1);
    const isPart = range.startsWith(whole);
    if (!isPart) whole = range;
    if (slice && (isPart || inSlice + credits <= most)) {
      slice.ranges.push(range);
      slice.until = `${whole}g`;
      inSlice += credits;
    } else {
      slices.push({ ranges: [range], from: range, until: `${whole}g` });
      inSlice = credits;
    }
  }
  return slices;
}
