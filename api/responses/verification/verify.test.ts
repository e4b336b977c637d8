import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { nobleBackend } from "../../../lib/bls/backend/noble.ts";
import { selectBackend } from "../../../lib/bls/backend/selectBackend.ts";
import { compressG2, decompressG2 } from "../../../lib/bls/points.ts";
import { hashToG2 } from "../../../lib/bls/signatures.ts";
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
  const verifyAll = createVerify(backend);
  const verify = ({ digest, ...signed }: VerificationRequest) => verifyAll(digest, [signed])[0];

  it("takes the operator's signature, however often it is asked", () => {
    expect([good, good, good].map(verify)).toEqual([true, true, true]);
  });

  it("finds every bad one among those that are checked together, wherever it stands", () => {
    const others = operators.slice(1).map((operator) => ({
      signature: signResponse({ task, operator, response: "0x01", referenceBlock: 5n }),
      blsKey: blsKeyOf(operator),
    }));
    const all = [good, ...others, good];
    expect(verifyAll(good.digest, all)).toEqual(all.map(() => true));
    for (const [name, part] of Object.entries(bad)) {
      if (part.digest !== undefined) continue;
      for (const index of all.keys()) {
        const forged = all.map((signed, place) => (place === index ? { ...signed, ...part } : signed));
        // The second operator's own key is no forgery in its own place.
        const isOwn = part.blsKey !== undefined && part.blsKey === all[index]?.blsKey;
        expect(verifyAll(good.digest, forged), name).toEqual(all.map((_, place) => isOwn || place !== index));
      }
    }
  });

  it("is not deceived by signatures that are shifted against each other, of which the sum holds", () => {
    const signatures = [first, second].map((operator) =>
      decompressG2(signResponse({ task, operator, response: "0x01", referenceBlock: 5n })),
    );
    const [one, other] = signatures;
    if (one === undefined || other === undefined) throw new Error("no signatures");
    const shift = hashToG2(hashOf("a shift"));
    const shifted = [one.add(shift), other.subtract(shift)].map(compressG2);
    const signed = [first, second].map((operator, index) => ({
      signature: shifted[index] ?? "0x",
      blsKey: blsKeyOf(operator),
    }));
    const sum = backend.add(shifted.map((signature) => backend.readSignature(signature)));
    const keys = backend.addKeys(signed.map(({ blsKey }) => backend.readKey(blsKey)));
    expect(backend.verify(good.digest, keys, sum)).toBe(true);
    expect(verifyAll(good.digest, signed)).toEqual([false, false]);
  });

  it.each(Object.entries(bad))("refuses %s", (_name, part) => {
    expect(verify({ ...good, ...part })).toBe(false);
    expect(verify(good)).toBe(true);
  });
});
