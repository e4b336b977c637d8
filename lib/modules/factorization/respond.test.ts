import fc from "fast-check";
import { encodeAbiParameters, type Hex } from "viem";
import { describe, expect, it } from "vitest";
import { factorize } from "./factorize.ts";
import { respond } from "./respond.ts";

const encodeNumber = (n: bigint): Hex => encodeAbiParameters([{ type: "uint256" }], [n]);
const encodeList = (items: readonly bigint[]): Hex => encodeAbiParameters([{ type: "uint256[]" }], [items]);
const empty = encodeList([]);

describe("respond", () => {
  it("answers with the ABI encoding of the factors, as viem encodes it", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n, max: 2n ** 40n }), (n) => {
        expect(respond(encodeNumber(n))).toBe(encodeList(factorize(n)));
      }),
      { numRuns: 50 },
    );
    expect(respond(encodeNumber(2n ** 64n - 1n))).toBe(
      encodeList([3n, 5n, 17n, 257n, 641n, 65537n, 6700417n]),
    );
  });

  it.each<[string, string]>([
    ["0", encodeNumber(0n)],
    ["1", encodeNumber(1n)],
    ["2^64", encodeNumber(2n ** 64n)],
    ["the largest word", encodeNumber(2n ** 256n - 1n)],
    ["no bytes", "0x"],
    ["one byte too few", encodeNumber(15n).slice(0, -2)],
    ["one byte too many", `${encodeNumber(15n)}00`],
    ["two words", encodeNumber(15n) + encodeNumber(15n).slice(2)],
    ["a very long payload", `0x${"ab".repeat(100_000)}`],
    ["no hex", "garbage"],
  ])("answers with the empty list to %s", (_name, payload) => {
    expect(respond(payload)).toBe(empty);
  });

  it("answers with the empty list to random bytes of another length than a word", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }).filter((bytes) => bytes.length !== 32),
        (bytes) => {
          expect(respond(`0x${Buffer.from(bytes).toString("hex")}`)).toBe(empty);
        },
      ),
    );
  });
});
