import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { nobleBackend } from "../../../lib/bls/backend/noble.ts";
import { selectBackend } from "../../../lib/bls/backend/selectBackend.ts";
import { responseDigest } from "../../../lib/protocol/messages.ts";
import { blsKeyOf, hashOf, signResponse } from "../../testing/identities.ts";
import { testDeployment } from "../../testing/testDeployment.ts";
import { operators } from "../../testing/world.ts";
import { createVerify, type VerificationRequest } from "./verify.ts";

const [first, second] = operators;
const task = hashOf("task");
const response = {
  chainId: testDeployment.chainId,
  taskManager: testDeployment.contracts.taskManager,
} as const;
const good: VerificationRequest = {
  digest: responseDigest({ ...response, taskId: task, referenceBlock: 5n, response: "0x01" }),
  signature: signResponse({ task, operator: first, response: "0x01", referenceBlock: 5n }),
  blsKey: blsKeyOf(first),
};
const infinity = (bytes: number): Hex => `0x${"00".repeat(bytes)}`;
const bad: Record<string, Partial<VerificationRequest>> = {
  "another's key": { blsKey: blsKeyOf(second) },
  "another digest": { digest: hashOf("another") },
  "a signature that is infinity": { signature: `0xc0${"00".repeat(95)}` },
  "a key that is infinity": { blsKey: infinity(128) },
  "a signature that is no point": { signature: `0x${"11".repeat(96)}` },
  "a signature that is empty": { signature: "0x" },
};

// The fastest here, and the reference; without native code both are noble.
describe.each([selectBackend(), nobleBackend])("verifying on $name", (backend) => {
  const verify = createVerify(backend);

  it("takes the operator's signature, however often it is asked", () => {
    expect([good, good, good].map(verify)).toEqual([true, true, true]);
  });

  it.each(Object.entries(bad))("refuses %s", (_name, part) => {
    expect(verify({ ...good, ...part })).toBe(false);
    expect(verify(good)).toBe(true);
  });
});
