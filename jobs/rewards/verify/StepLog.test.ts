import { describe, expect, it } from "vitest";
import { StepLog } from "./StepLog.ts";

const step = (block: bigint, value: string) => ({ block, timestamp: block * 10n, value });

describe("StepLog", () => {
  it("keeps the last of several values of one block, in the order of the logs", () => {
    const log = new StepLog<ReturnType<typeof step>>();
    for (const row of [step(1n, "a"), step(2n, "b"), step(2n, "c"), step(3n, "d")]) log.add("key", row);
    expect(log.at("key", 2n)?.value).toBe("c");
    expect(log.inside(0n, 100n).map(({ value }) => value)).toEqual(["a", "c", "d"]);
  });

  it("gives what holds at the start of a time and what comes inside it, nothing from its end on", () => {
    const log = new StepLog<ReturnType<typeof step>>();
    for (const row of [step(1n, "a"), step(2n, "b"), step(3n, "c"), step(4n, "d")]) log.add("key", row);
    expect(log.inside(25n, 40n).map(({ value }) => value)).toEqual(["b", "c"]);
    expect(log.inside(20n, 30n).map(({ value }) => value)).toEqual(["b"]);
    expect(log.inside(0n, 10n)).toEqual([]);
  });

  it("answers the same of all times from a point on, once it has forgotten what lies before", () => {
    const log = new StepLog<ReturnType<typeof step>>();
    for (const row of [step(1n, "a"), step(2n, "b"), step(3n, "c")]) log.add("key", row);
    const before = log.inside(25n, 40n);
    log.forgetBefore(25n);
    expect(log.inside(25n, 40n)).toEqual(before);
    expect(log.inside(15n, 20n)).toEqual([]);
    expect(log.last("key")?.value).toBe("c");
  });
});
