import fc from "fast-check";
import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { responseDigest, taskIdOf } from "./messages.ts";

const hex = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((value): Hex => `0x${Buffer.from(value).toString("hex")}`);

describe("messages", () => {
  it("give every task that differs in anything another id", () => {
    const base = {
      chainId: 1,
      taskManager: `0x${"11".repeat(20)}`,
      counter: 0n,
      network: `0x${"22".repeat(20)}`,
      payload: "0x00",
      referenceBlock: 5n,
    } as const;
    const variants = [
      base,
      { ...base, chainId: 2 },
      { ...base, counter: 1n },
      { ...base, payload: "0x01" as const },
      { ...base, referenceBlock: 6n },
      { ...base, network: base.taskManager },
      { ...base, taskManager: base.network },
    ];
    expect(new Set(variants.map(taskIdOf)).size).toBe(variants.length);
  });

  it("bind a signature to chain, contract, task, reference block and response", () => {
    const property = fc.property(hex(32), hex(20), hex(8), (taskId, taskManager, response) => {
      const base = { chainId: 31337, taskManager, taskId, referenceBlock: 7n, response };
      const digests = [
        responseDigest(base),
        responseDigest({ ...base, chainId: 1 }),
        responseDigest({ ...base, referenceBlock: 8n }),
        responseDigest({ ...base, response: `${response}00` }),
      ];
      return new Set(digests).size === digests.length;
    });
    fc.assert(property, { numRuns: 50 });
  });
});
