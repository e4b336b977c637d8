import { readFileSync } from "node:fs";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { type Hex, hexToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  compressG2,
  decodeG1,
  decompressG2,
  encodeG1,
  encodeG2,
  InvalidPointError,
} from "../../lib/bls/points.ts";
import {
  aggregateKeys,
  aggregateSignatures,
  hashToG2,
  publicKeyOf,
  signHashed,
  verifyHashed,
} from "../../lib/bls/signatures.ts";

const hex = z.string().transform((value) => value as Hex);

function readFixture<Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8")));
}

/** `libraries/Eip2537.t.sol` reads the same file. */
const eip2537 = readFixture(
  "eip2537",
  z.array(z.object({ op: z.string(), name: z.string(), input: hex, expected: hex })),
);

/** `libraries/ConsensusBls.t.sol` reads the same file. */
const consensus = readFixture(
  "consensusBls",
  z.object({
    aggregate: z.array(
      z.object({
        name: z.string(),
        signature: hex,
        signaturePoint: hex,
        signatures: z.array(hex),
        signaturePoints: z.array(hex),
      }),
    ),
    hashToG2: z.array(z.object({ name: z.string(), dst: z.string(), message: hex, point: hex })),
    sign: z.array(
      z.object({ name: z.string(), secretKey: hex, message: hex, signature: hex, signaturePoint: hex }),
    ),
    verify: z.array(
      z.object({
        name: z.string(),
        keys: z.array(hex),
        keyPoints: z.array(hex),
        message: hex,
        signature: hex,
        signaturePoint: hex,
        valid: z.boolean(),
      }),
    ),
  }),
);

const infinityG1: Hex = `0x${"00".repeat(128)}`;
const slice = (data: Hex, start: number, end: number): Hex => `0x${data.slice(2 + start * 2, 2 + end * 2)}`;
const scalarOf = (data: Hex) => BigInt(data) % bls12_381.fields.Fr.ORDER;

/** Whether a key and a signature, decoded as the operators' client decodes them, are accepted. */
function isAccepted(keyPoints: readonly Hex[], message: Hex, signature: Hex): boolean {
  try {
    const key = aggregateKeys(keyPoints.map(decodeG1));
    return verifyHashed(decompressG2(signature), hashToG2(message), key);
  } catch (error) {
    if (error instanceof InvalidPointError) return false;
    throw error;
  }
}

describe("EIP-2537's vectors", () => {
  const products = eip2537.filter(({ op, expected }) => op === "g1msm" && expected !== "0x");
  it.each(products.filter(({ input }) => slice(input, 0, 128) !== infinityG1))(
    "$name",
    ({ input, expected }) => {
      const product = decodeG1(slice(input, 0, 128)).multiplyUnsafe(scalarOf(slice(input, 128, 160)));
      expect(encodeG1(product)).toBe(expected);
    },
  );

  const refused = eip2537.filter(({ op, expected }) => op === "g1msm" && expected === "0x");
  it.each(refused)("takes no key that $name refuses", ({ input }) => {
    const length = input.length === 2 ? 0 : input.length / 2 - 1 - 192; // the second pair, and the first scalar
    expect(() => decodeG1(slice(input, 0, Math.max(length, 0)))).toThrow(InvalidPointError);
  });

  it.each(eip2537.filter(({ op, expected }) => op === "mapfp2" && expected !== "0x"))(
    "$name",
    ({ input, expected }) => {
      const [c0, c1] = [BigInt(slice(input, 0, 64)), BigInt(slice(input, 64, 128))];
      const { x, y } = bls12_381.G2.mapToCurve([c0, c1]);
      expect(encodeG2(bls12_381.G2.Point.fromAffine({ x, y }))).toBe(expected);
    },
  );
});

describe("the consensus layer's vectors", () => {
  it.each(consensus.verify)("$name", ({ keys, keyPoints, message, signature, signaturePoint, valid }) => {
    expect(isAccepted(keyPoints, message, signature)).toBe(valid);
    expect(keys.map((key) => encodeG1(bls12_381.G1.Point.fromBytes(hexToBytes(key))))).toEqual(keyPoints);
    // Solidity's point is the signature's; none stands there when there is no such point.
    if (signaturePoint === "0x") expect(() => decompressG2(signature)).toThrow(InvalidPointError);
    else expect(encodeG2(bls12_381.G2.Point.fromBytes(hexToBytes(signature)))).toBe(signaturePoint);
  });

  it.each(consensus.sign)("$name", ({ secretKey, message, signature, signaturePoint }) => {
    const signed = signHashed(hashToG2(message), hexToBytes(secretKey));
    expect(compressG2(signed)).toBe(signature);
    expect(encodeG2(signed)).toBe(signaturePoint);
    expect(verifyHashed(signed, hashToG2(message), publicKeyOf(hexToBytes(secretKey)))).toBe(true);
  });

  it.each(consensus.aggregate)("$name", ({ signatures, signature, signaturePoint, signaturePoints }) => {
    const points = signatures.map(decompressG2);
    expect(compressG2(aggregateSignatures(points))).toBe(signature);
    expect(encodeG2(aggregateSignatures(points))).toBe(signaturePoint);
    expect(points.map(encodeG2)).toEqual(signaturePoints);
  });

  it.each(consensus.hashToG2)("$name", ({ dst, message, point }) => {
    expect(encodeG2(hashToG2(message, dst))).toBe(point);
  });
});
