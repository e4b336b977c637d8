import { describe, expect, inject, it } from "vitest";
import { type Plan, runSeed } from "./runSeed.ts";
import { commandFor } from "./words.ts";

/** Short ones: `npm run test:simulate` plays many, and longer. */
const plan: Plan = { moves: 70, reorgs: 3, kills: 1, breaks: 0 };
const seeds = [1, 2];
const timeoutMs = 240_000;

describe("random activity with reorganisations and kill -9", () => {
  it.each(seeds)(
    "leaves the rows that the chain gives, and another indexer of it: seed %i",
    async (seed) => {
      const again = commandFor(seed, plan);
      const at = { postgresUrl: inject("postgresUrl"), runId: inject("runId") };
      const { failures, sent, reverted, depths } = await runSeed(seed, plan, at).catch((cause: unknown) => {
        throw new Error(`seed ${seed} could not be played; again: ${again}`, { cause });
      });
      expect(failures, again).toEqual([]);
      expect(depths).toHaveLength(plan.reorgs);
      // What reverts does nothing: were it much, nothing would be tested.
      expect(reverted / sent, again).toBeLessThan(0.2);
    },
    timeoutMs,
  );
});
