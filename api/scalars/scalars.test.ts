import fc from "fast-check";
import { Kind } from "graphql";
import { describe, expect, it } from "vitest";
import { addressScalar } from "./address.ts";
import { bigIntScalar } from "./bigInt.ts";
import { bytesScalar } from "./bytes.ts";
import { dateTimeScalar } from "./dateTime.ts";

const string = (value: string) => ({ kind: Kind.STRING, value }) as const;

describe("BigInt", () => {
  it("keeps every integer of up to 78 digits exactly, as a variable and as a literal", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 78n) + 1n, max: 10n ** 78n - 1n }), (value) => {
        const text = bigIntScalar.serialize(value);
        expect(bigIntScalar.parseValue(text)).toBe(value);
        expect(bigIntScalar.parseLiteral({ kind: Kind.INT, value: text })).toBe(value);
      }),
    );
  });

  it.each([
    1.5,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "1.0",
    "1e3",
    "",
    "-",
    " 1",
    "0x10",
    "1\u0000",
    "9".repeat(79),
    true,
    null,
    {},
    [1],
  ])("refuses %j", (value) => {
    expect(() => bigIntScalar.parseValue(value)).toThrow(/BigInt/);
  });

  it("refuses a literal with a fraction", () => {
    expect(() => bigIntScalar.parseLiteral({ kind: Kind.FLOAT, value: "1.0" })).toThrow(/BigInt/);
  });

  it("never shows a number that was rounded", () => {
    expect(() => bigIntScalar.serialize(1)).toThrow(TypeError);
  });
});

describe("Address", () => {
  // EIP-55's own test vector.
  const checksummed = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  it("shows the checksum", () => {
    expect(addressScalar.serialize(checksummed.toLowerCase())).toBe(checksummed);
  });

  it.each([
    checksummed,
    checksummed.toLowerCase(),
    `0x${checksummed.slice(2).toUpperCase()}`,
    checksummed.replace("aA", "Aa"),
  ])("takes %s", (value) => {
    expect(addressScalar.parseValue(value)).toBe(checksummed.toLowerCase());
    expect(addressScalar.parseLiteral(string(value))).toBe(checksummed.toLowerCase());
  });

  it.each([
    "",
    "0x",
    checksummed.slice(0, -1),
    `${checksummed}0`,
    checksummed.slice(2),
    `0x${"g".repeat(40)}`,
    `${checksummed.slice(0, 41)}\u0000`,
    5,
    null,
  ])("refuses %j", (value) => {
    expect(() => addressScalar.parseValue(value)).toThrow(/Address/);
  });
});

describe("Bytes", () => {
  it("takes an even number of digits in any case, and no bytes at all", () => {
    expect(bytesScalar.parseValue("0xABcd")).toBe("0xabcd");
    expect(bytesScalar.parseLiteral(string("0x"))).toBe("0x");
  });

  it.each(["", "ab", "0xabc", "0xzz", "0X00", "0x00\u0000", `0x${"00".repeat(32_769)}`, 1, null])(
    "refuses %j",
    (value) => {
      expect(() => bytesScalar.parseValue(value)).toThrow(/Bytes/);
    },
  );
});

describe("DateTime", () => {
  it("shows block time to the second, and the furthest date for what lies beyond any date", () => {
    expect(dateTimeScalar.serialize(1_700_000_000n)).toBe("2023-11-14T22:13:20Z");
    expect(dateTimeScalar.serialize(2n ** 64n - 1n)).toBe("+275760-09-13T00:00:00Z");
  });

  it("takes any time zone", () => {
    expect(dateTimeScalar.parseValue("2023-11-14T23:13:20+01:00")).toEqual(new Date(1_700_000_000_000));
  });

  it.each([
    "",
    "2023-11-14",
    "2023-11-14T22:13:20",
    "2023-13-14T22:13:20Z",
    "now",
    "1700000000",
    1_700_000_000,
    null,
  ])("refuses %j", (value) => {
    expect(() => dateTimeScalar.parseValue(value)).toThrow(/DateTime/);
  });
});
