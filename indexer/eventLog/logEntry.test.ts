import { describe, expect, it } from "vitest";
import { encodeArgs, logEntry } from "./logEntry.ts";

const at = { block: 7n, logIndex: 3, timestamp: 1_700n, tx: "0xab" } as const;

describe("the log of events", () => {
  it("says what, where and when", () => {
    expect(logEntry("DelegationManager:Delegated", "0xAA", { shares: 1n }, at)).toEqual({
      block: 7n,
      logIndex: 3,
      timestamp: 1_700n,
      tx: "0xab",
      address: "0xaa",
      contract: "DelegationManager",
      name: "Delegated",
      args: '{"shares":"1"}',
    });
  });

  it("keeps every integer exactly, structs and lists too, and hex in lowercase", () => {
    const args = { amount: 2n ** 255n, who: "0xAB", list: ["0xCD", 1n], terms: { bps: 5, sink: "0xEF" } };
    expect(JSON.parse(encodeArgs(args))).toEqual({
      amount: (2n ** 255n).toString(),
      who: "0xab",
      list: ["0xcd", "1"],
      terms: { bps: 5, sink: "0xef" },
    });
  });

  it("keeps text that Postgres would refuse, escaped", () => {
    const text = "a\0b\n0xAB \ud800";
    expect(encodeArgs({ text })).not.toMatch(/[\0\ud800]/);
    expect(JSON.parse(encodeArgs({ text }))).toEqual({ text });
  });

  it("keeps an event without arguments", () => {
    expect(encodeArgs(undefined)).toBe("{}");
  });
});
