import { describe, expect, it } from "vitest";
import { encodeArgs, logEntry } from "./eventLog.ts";

const at = { block: 7n, logIndex: 3, timestamp: 1_700n, tx: "0xab" } as const;

describe("the log of events", () => {
  it("keeps every integer exactly, structs and lists too, and hex in lowercase", () => {
    const args = { amount: 2n ** 255n, who: "0xAB", list: ["0xCD", 1n], terms: { bps: 5, sink: "0xEF" } };
    expect(JSON.parse(encodeArgs(args))).toEqual({
      amount: (2n ** 255n).toString(),
      who: "0xab",
      list: ["0xcd", "1"],
      terms: { bps: 5, sink: "0xef" },
    });
  });

  it("keeps text that a database could stumble over as plain ASCII escapes", () => {
    const text = "a\0b\n0xAB";
    expect(encodeArgs({ text })).not.toContain("\0");
    expect(JSON.parse(encodeArgs({ text }))).toEqual({ text });
  });

  it("says where and when", () => {
    const event = { name: "Delegated", args: undefined, log: { address: "0xAA" } } as const;
    expect(logEntry("DelegationManager", event, at)).toEqual({
      block: 7n,
      logIndex: 3,
      timestamp: 1_700n,
      tx: "0xab",
      address: "0xaa",
      contract: "DelegationManager",
      name: "Delegated",
      args: "{}",
    });
  });
});
