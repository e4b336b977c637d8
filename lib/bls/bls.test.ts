import { bls12_381 } from "@noble/curves/bls12-381.js";
import { describe, expect, it } from "vitest";
import { compressG2, decodeG1, decompressG2, encodeG1, encodeG2, InvalidPointError } from "./points.ts";
import {
  aggregateKeys,
  aggregateSignatures,
  hashToG2,
  publicKeyOf,
  signHashed,
  verifyHashed,
} from "./signatures.ts";

const secret = (seed: number) => bls12_381.longSignatures.keygen(new Uint8Array(48).fill(seed)).secretKey;
const digest = `0x${"ab".repeat(32)}` as const;

describe("BLS12-381 points and signatures", () => {
  it("encodes the G1 generator as EIP-2537 does", () => {
    // EIP-2537, "Curve parameters": the generator's x coordinate, behind 16 bytes of padding.
    expect(encodeG1(bls12_381.G1.Point.BASE).slice(0, 130)).toBe(
      "0x0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb",
    );
  });

  it("encodes the G2 generator as EIP-2537 does, c0 before c1", () => {
    expect(encodeG2(bls12_381.G2.Point.BASE).slice(0, 130)).toBe(
      "0x00000000000000000000000000000000024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8",
    );
  });

  it("reads back what it wrote", () => {
    const key = publicKeyOf(secret(1));
    const signature = signHashed(hashToG2(digest), secret(1));
    expect(decodeG1(encodeG1(key)).equals(key)).toBe(true);
    expect(decompressG2(compressG2(signature)).equals(signature)).toBe(true);
  });

  it("verifies an aggregate against the sum of the signers' keys and no other", () => {
    const hashed = hashToG2(digest);
    const secrets = [secret(1), secret(2), secret(3)];
    const keys = secrets.map(publicKeyOf);
    const signature = aggregateSignatures(secrets.map((key) => signHashed(hashed, key)));
    expect(verifyHashed(signature, hashed, aggregateKeys(keys))).toBe(true);
    expect(verifyHashed(signature, hashed, aggregateKeys(keys.slice(0, 2)))).toBe(false);
  });

  it("refuses infinity, bad padding, wrong lengths and points outside the subgroup", () => {
    expect(() => decodeG1(`0x${"00".repeat(128)}`)).toThrow(InvalidPointError);
    const key = encodeG1(publicKeyOf(secret(1)));
    expect(() => decodeG1(`0x01${key.slice(4)}`)).toThrow(InvalidPointError);
    expect(() => decodeG1("0x1234")).toThrow(InvalidPointError);
    expect(() => decompressG2(`0xc0${"00".repeat(95)}`)).toThrow(InvalidPointError);
    // (0, 2) lies on y² = x³ + 4 and has order 3.
    expect(() => decodeG1(`0x${"00".repeat(64)}${"00".repeat(63)}02`)).toThrow(/subgroup/);
  });
});
