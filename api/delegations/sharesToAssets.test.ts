import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sharesToAssetsDown } from "./sharesToAssets.ts";

const number = z.string().transform(BigInt);

/** `SharesMath.t.sol` reads the same file. */
const vectors = z
  .array(z.object({ amount: number, assetsDown: number, totalAssets: number, totalShares: number }))
  .min(100)
  .parse(
    JSON.parse(
      readFileSync(new URL("../../contracts/test/fixtures/sharesMath.json", import.meta.url), "utf8"),
    ),
  );

describe("what shares are worth", () => {
  it("is rounded as Solidity rounds it", () => {
    for (const { amount, assetsDown, totalAssets, totalShares } of vectors)
      expect(sharesToAssetsDown(amount, { total_assets: totalAssets, total_shares: totalShares })).toBe(
        assetsDown,
      );
  });
});
