import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { encodeG2 } from "../../lib/bls/points.ts";
import { hashToG2 } from "../../lib/bls/signatures.ts";

const hex = z.string().transform((value) => value as `0x${string}`);

/** `BLS12381.t.sol` reads the same file: both sides hash to the same points, or one of the tests fails. */
const vectors = z
  .array(z.object({ digest: hex, dst: z.string(), point: hex }))
  .min(8)
  .parse(JSON.parse(readFileSync(new URL("./fixtures/hashToG2.json", import.meta.url), "utf8")));

describe("hashing digests to G2", () => {
  it.each(vectors)("gives the point that Solidity gives: $dst $digest", ({ digest, dst, point }) => {
    expect(encodeG2(hashToG2(digest, dst))).toBe(point);
  });
});
