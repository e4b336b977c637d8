import { encodeAbiParameters, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { readObservations, respond } from "./respond.ts";

const observations = readObservations(
  JSON.stringify({
    "BTC/USD": [
      ["130", "9760000000000"],
      ["100", "9750000000000"],
    ],
    "ETH/USD": [],
  }),
);
const ask = (pair: string, timestamp: bigint) =>
  respond(
    encodeAbiParameters([{ type: "bytes32" }, { type: "uint64" }], [toHex(pair, { size: 32 }), timestamp]),
    observations,
  );
const price = (value: bigint) => encodeAbiParameters([{ type: "uint256" }], [value]);

describe("the price module", () => {
  it("answers with the last price that was seen at or before the instant", () => {
    expect(ask("BTC/USD", 100n)).toBe(price(9_750_000_000_000n));
    expect(ask("BTC/USD", 129n)).toBe(price(9_750_000_000_000n));
    expect(ask("BTC/USD", 130n)).toBe(price(9_760_000_000_000n));
    expect(ask("BTC/USD", 190n)).toBe(price(9_760_000_000_000n));
  });

  it.each([
    ["before the first", "BTC/USD", 99n],
    ["more than a minute after the last", "BTC/USD", 191n],
    ["of a pair without any", "ETH/USD", 100n],
    ["of an unknown pair", "XAU/USD", 100n],
  ])("answers nothing about an instant %s", (_name, pair, timestamp) => {
    expect(() => ask(pair, timestamp)).toThrow(/No price/);
  });

  it("answers nothing to bytes that are no payload, and takes no observations that are none", () => {
    for (const payload of ["0x", "0x1234", `0x${"ff".repeat(64)}`])
      expect(() => respond(payload, observations)).toThrow(/no pair/);
    for (const text of ["", "1", '{"BTC/USD":1}', '{"BTC/USD":[["a","1"]]}'])
      expect(() => readObservations(text)).toThrow();
  });
});
