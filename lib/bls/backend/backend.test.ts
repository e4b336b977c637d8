import { bls12_381 } from "@noble/curves/bls12-381.js";
import fc from "fast-check";
import { bytesToHex, type Hex, hexToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { compressG2, decompressG2, encodeG1, encodeG2, InvalidPointError } from "../points.ts";
import { ResponseBatch, type Signed } from "../ResponseBatch.ts";
import { hashToG2, publicKeyOf, signHashed } from "../signatures.ts";
import type { BlsBackend } from "./BlsBackend.ts";
import { loadBlst } from "./blst.ts";
import { nobleBackend } from "./noble.ts";
import { selectBackend } from "./selectBackend.ts";

const native = loadBlst();
const backends: BlsBackend[] = native === undefined ? [nobleBackend] : [nobleBackend, native];
const secret = (seed: number) => bls12_381.longSignatures.keygen(new Uint8Array(48).fill(seed)).secretKey;
const secrets = [1, 2, 3, 4, 5, 6, 7, 8].map(secret);
const keys = secrets.map((each) => encodeG1(publicKeyOf(each)));
const digest: Hex = `0x${"ab".repeat(32)}`;
const signatures = secrets.map((each) => compressG2(signHashed(hashToG2(digest), each)));
const encodedSignatures = signatures.map((each) => encodeG2(decompressG2(each)));
const at = (list: readonly Hex[], index: number): Hex => list[index] ?? "0x";

const { Fp } = bls12_381.fields;
const word = (value: bigint) => value.toString(16).padStart(128, "0");
/** x of the generator plus the field's order: the same residue, not in canonical form. */
const nonCanonical: Hex = `0x${word(bls12_381.G1.Point.BASE.toAffine().x + Fp.ORDER)}${word(bls12_381.G1.Point.BASE.toAffine().y)}`;
const badKeys: [string, Hex][] = [
  ["infinity", `0x${"00".repeat(128)}`],
  ["a point off the curve", `0x${word(1n)}${word(1n)}`],
  ["a point outside the subgroup", `0x${word(0n)}${word(2n)}`],
  ["non-zero padding", `0x01${at(keys, 0).slice(4)}`],
  ["a coordinate not below the field's order", nonCanonical],
  ["too few bytes", at(keys, 0).slice(0, -2) as Hex],
  ["the compressed form", bytesToHex(publicKeyOf(secret(1)).toBytes(true))],
];
/** The first x, counted from 1, that lies on the twist outside the subgroup of order r: nearly every point does. */
const outside = (): Hex => {
  for (let x = 1n; ; x++) {
    const bytes = hexToBytes(`0x80${"00".repeat(47)}${x.toString(16).padStart(96, "0")}`);
    try {
      bls12_381.G2.Point.fromBytes(bytes);
    } catch (error) {
      if (String(error).includes("subgroup") || String(error).includes("torsion")) return bytesToHex(bytes);
    }
  }
};
const badSignatures: [string, Hex][] = [
  ["infinity", `0xc0${"00".repeat(95)}`],
  ["a point outside the subgroup", outside()],
  ["no compression flag", `0x1f${at(signatures, 0).slice(4)}`],
  ["too few bytes", at(signatures, 0).slice(0, -2) as Hex],
  ["the uncompressed form", bytesToHex(signHashed(hashToG2(digest), secret(1)).toBytes(false))],
  ["zeros", `0x${"00".repeat(96)}`],
  ["ones", `0x${"ff".repeat(96)}`],
];

/** What a backend says about bytes that claim to be a key or a signature: accepted, or refused by the error that says so. */
function verdict(read: () => unknown): "accepted" | "refused" {
  try {
    read();
    return "accepted";
  } catch (error) {
    if (error instanceof InvalidPointError) return "refused";
    throw error;
  }
}

it("takes the native backend where its package is installed, as it is for these tests", () => {
  expect(native?.name).toBe("blst");
  expect(selectBackend().name).toBe("blst");
});

describe.each(backends)("the backend $name", (backend) => {
  const read = (indices: readonly number[]) =>
    indices.map((index) => ({
      key: backend.readKey(at(keys, index)),
      signature: backend.readSignature(at(signatures, index)),
    }));

  it("signs as the reference does, and verifies it for this digest and key alone", () => {
    secrets.forEach((each, index) => {
      expect(backend.signer(each)(digest)).toBe(at(signatures, index));
    });
    const [one, other] = read([0, 1]);
    if (one === undefined || other === undefined) throw new Error("no points");
    expect(backend.verify(digest, one.key, one.signature)).toBe(true);
    expect(backend.verify(digest, other.key, one.signature)).toBe(false);
    expect(backend.verify(`0x${"cd".repeat(32)}`, one.key, one.signature)).toBe(false);
  });

  it("adds signatures up to what all keys together signed", () => {
    const rows = read([0, 1, 2]);
    const sum = backend.add(rows.map(({ signature }) => signature));
    const reference = bls12_381.longSignatures.aggregateSignatures(
      secrets.slice(0, 3).map((each) => signHashed(hashToG2(digest), each)),
    );
    expect(backend.encode(sum)).toBe(encodeG2(reference));
    expect(backend.verify(digest, backend.addKeys(rows.map(({ key }) => key)), sum)).toBe(true);
    expect(backend.verify(digest, backend.addKeys(rows.slice(1).map(({ key }) => key)), sum)).toBe(false);
  });

  it("accepts no sum that is infinity, whose pairing would hold", () => {
    const minus = publicKeyOf(secret(1)).negate();
    const opposite = signHashed(hashToG2(digest), secret(1)).negate();
    const sum = backend.add([
      backend.readSignature(at(signatures, 0)),
      backend.readSignature(compressG2(opposite)),
    ]);
    expect(backend.encode(sum)).toBe(`0x${"00".repeat(256)}`);
    expect(
      backend.verify(
        digest,
        backend.addKeys([backend.readKey(at(keys, 0)), backend.readKey(encodeG1(minus))]),
        sum,
      ),
    ).toBe(false);
  });

  it("checks each signature of several in one go, whichever is forged or no point at all", () => {
    const signed = signatures.map((each, index) => ({
      key: backend.readKey(at(keys, index)),
      signature: each,
    }));
    expect(backend.verifyEach(digest, signed)).toBe(true);
    expect(backend.verifyEach(digest, signed.slice(0, 1))).toBe(true);
    const bad = [
      at(signatures, 3),
      at(
        badSignatures.map(([, bytes]) => bytes),
        0,
      ),
      "0x" as const,
    ];
    for (const [place, signature] of bad.entries()) {
      const forged = signed.map((each, index) => (index === place ? { ...each, signature } : each));
      expect(backend.verifyEach(digest, forged)).toBe(false);
    }
  });

  it("lets no two signatures make up for each other, as they do in a plain sum", () => {
    const shift = hashToG2(`0x${"ef".repeat(32)}`);
    const [one, other] = secrets.map((each) => signHashed(hashToG2(digest), each));
    if (one === undefined || other === undefined) throw new Error("no signatures");
    const shifted = [one.add(shift), other.subtract(shift)].map(compressG2);
    const signed = shifted.map((each, index) => ({ key: backend.readKey(at(keys, index)), signature: each }));
    const sum = backend.add(shifted.map((each) => backend.readSignature(each)));
    expect(backend.verify(digest, backend.addKeys(signed.map(({ key }) => key)), sum)).toBe(true);
    for (let time = 0; time < 5; time++) expect(backend.verifyEach(digest, signed)).toBe(false);
  });

  it.each(badKeys)("refuses a key with %s", (_name, bytes) => {
    expect(verdict(() => backend.readKey(bytes))).toBe("refused");
  });

  it.each(badSignatures)("refuses a signature with %s", (_name, bytes) => {
    expect(verdict(() => backend.readSignature(bytes))).toBe("refused");
  });

  it("reads a signature as contracts take it, and refuses one that is no point of the subgroup", () => {
    const encoded = encodeG2(decompressG2(at(signatures, 0)));
    const [one] = read([0]);
    if (one === undefined) throw new Error("no points");
    expect(backend.verify(digest, one.key, backend.decode(encoded))).toBe(true);
    const x = encoded.slice(2, 258);
    const bad: Hex[] = [
      `0x${"00".repeat(256)}`,
      `0x${x}${x}`,
      `0x01${encoded.slice(4)}`,
      encoded.slice(0, -2) as Hex,
      at(signatures, 0),
      ...["80", "a0", "c0", "40", "20"].map(
        (flags): Hex => `0x${encoded.slice(2, 162)}${flags}${encoded.slice(164)}`,
      ),
    ];
    for (const bytes of bad)
      expect([bytes, verdict(() => backend.decode(bytes))]).toEqual([bytes, "refused"]);
  });

  it("needs one pairing check for good signatures, and finds bad ones by halving", async () => {
    const forged = backend.readSignature(compressG2(signHashed(hashToG2(`0x${"cd".repeat(32)}`), secret(1))));
    const all = secrets.map((_, index) => index);
    const count = async (bad: readonly number[]) => {
      let checks = 0;
      const batch = new ResponseBatch<Signed & { index: number }>(backend, digest, () => checks++);
      for (const [index, row] of read(all).entries())
        batch.add({ ...row, index, signature: bad.includes(index) ? forged : row.signature });
      const good = (await batch.verify()).map(({ index }) => index);
      expect(good).toEqual(all.filter((index) => !bad.includes(index)));
      return checks;
    };
    expect(await count([])).toBe(1);
    for (const bad of all) expect(await count([bad])).toBe(7); // 1 + 2 log2(8)
    await count([0, 7]);
    await count(all);
  });

  it("is not stopped by two operators whose signatures add up to infinity", async () => {
    const [one, other] = read([0, 1]);
    if (one === undefined || other === undefined) throw new Error("no points");
    const opposite = compressG2(signHashed(hashToG2(digest), secret(1)).negate());
    const batch = new ResponseBatch<Signed>(backend, digest);
    batch.add(one);
    batch.add({ key: other.key, signature: backend.readSignature(opposite) });
    expect(await batch.verify()).toEqual([one]);
  });

  it("sums up many as they come in as it does all at once", async () => {
    let checks = 0;
    const batch = new ResponseBatch<Signed>(backend, digest, () => checks++);
    const rows = Array.from({ length: 150 }, (_, index) => read([index % 8])).flat();
    for (const row of rows) batch.add(row);
    expect(await batch.verify()).toEqual(rows);
    expect(checks).toBe(1);
    batch.add({ ...rows[0], signature: rows[1]?.signature } as Signed);
    expect(await batch.verify()).toEqual(rows);
  });
});

describe.runIf(native !== undefined)("both backends", () => {
  const both = native ?? nobleBackend;

  it("say the same about any bytes near a key or a signature", () => {
    const flips = fc.array(fc.tuple(fc.nat(255), fc.nat(255)), { maxLength: 2 });
    fc.assert(
      fc.property(fc.nat(7), flips, (index, changes) => {
        for (const [kind, bytes] of [
          ["readKey", at(keys, index)],
          ["readSignature", at(signatures, index)],
          ["decode", at(encodedSignatures, index)],
        ] as const) {
          const changed = hexToBytes(bytes);
          for (const [place, value] of changes) changed[place % changed.length] = value;
          const hex = bytesToHex(changed);
          expect([hex, verdict(() => both[kind](hex))]).toEqual([
            hex,
            verdict(() => nobleBackend[kind](hex)),
          ]);
        }
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it("sign any digest with any key alike, and encode any sum alike", () => {
    const digests = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytesToHex);
    fc.assert(
      fc.property(digests, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (message, signers) => {
        const made = signers.map((index) => both.signer(secrets[index] ?? new Uint8Array())(message));
        expect(made).toEqual(
          signers.map((index) => nobleBackend.signer(secrets[index] ?? new Uint8Array())(message)),
        );
        const sum = (backend: BlsBackend) =>
          backend.encode(backend.add(made.map((each) => backend.readSignature(each))));
        expect(sum(both)).toBe(sum(nobleBackend));
      }),
      { numRuns: 8, seed: 1 },
    );
  });
});
