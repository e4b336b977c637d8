import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CrashingPostgres, startCrashingPostgres } from "../support/crashingPostgres.ts";
import { recoverFrom } from "./recovery.ts";

const timeoutMs = 240_000;
const seed = 1;

describe("the indexer after a crash of Postgres", () => {
  let postgres: CrashingPostgres;
  beforeAll(async () => {
    postgres = await startCrashingPostgres();
  });
  afterAll(() => postgres?.stop());

  it(
    "fails /ready, starts again by itself, and has the rows again that Postgres lost",
    async () => {
      const { failures, losses, times } = await recoverFrom("crashes", 2, seed, postgres, () => {});
      expect(failures).toEqual([]);
      expect(times).toHaveLength(2);
      // Else this would show nothing: Ponder commits asynchronously.
      expect(losses).toBeGreaterThan(0);
    },
    timeoutMs,
  );
});
