/**
 * The indexer's tables, all derived from logs alone. Conventions: addresses, hashes and bytes are lowercase hex text;
 * amounts, weights, blocks and timestamps are `numeric(78,0)`; timestamps are seconds of block time.
 *
 * What changes and has a past worth asking for is kept three times: `…` as it is now, `…History` what it was before (its
 * columns are those that make a version), and the view `…Version` over both. A version holds in the half-open range
 * `[since, until)`, by block and by timestamp; of several changes in one block the last makes the version, since "at a
 * block" means at its end. Handlers write the first alone: `history/keepHistory.ts` does the rest.
 *
 * Other rows never change, or carry the moment of each step of their life (a task: created, responded, closed).
 */

export * from "./schema/allocations.ts";
export * from "./schema/buckets.ts";
export * from "./schema/challenges.ts";
export * from "./schema/events.ts";
export * from "./schema/networks.ts";
export * from "./schema/operators.ts";
export * from "./schema/rewards.ts";
export * from "./schema/slashes.ts";
export * from "./schema/stake.ts";
export * from "./schema/tasks.ts";
export * from "./schema/weights.ts";
