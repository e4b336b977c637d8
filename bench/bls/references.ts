import { bls12_381 } from "@noble/curves/bls12-381.js";
import { type Hex, hexToBytes } from "viem";
import { rawG1 } from "../../lib/bls/points.ts";
import { responseDst } from "../../lib/bls/signatures.ts";

type Blst = typeof import("@chainsafe/blst");

/** What a signer of the message hands in, and its secret key. */
export type Row = { readonly secret: Uint8Array; readonly key: Hex; readonly signature: Hex };

/** Bare calls of a library, on points that it has read before. */
export type Reference = {
  readonly sign: () => unknown;
  /** Sums up and verifies the first `count` signatures. @throws when they do not hold */
  readonly verify: (count: number) => void;
};

export function blstReference(blst: Blst, digest: Hex, rows: readonly Row[]): Reference {
  const message = hexToBytes(digest);
  const secret = blst.SecretKey.fromBytes(rows[0]?.secret ?? new Uint8Array());
  const keys = rows.map(({ key }) => blst.PublicKey.fromBytes(rawG1(key)));
  const signatures = rows.map(({ signature }) => blst.Signature.fromBytes(hexToBytes(signature)));
  return {
    sign: () => secret.sign(message),
    verify(count) {
      const [key, signature] = [keys[0], signatures[0]];
      if (key === undefined || signature === undefined) throw new Error("no rows");
      const holds =
        count === 1
          ? blst.verify(message, key, signature, false, false)
          : blst.fastAggregateVerify(
              message,
              keys.slice(0, count),
              blst.aggregateSignatures(signatures.slice(0, count), false),
              false,
            );
      if (!holds) throw new Error("blst refuses what it signed");
    },
  };
}

export function nobleReference(digest: Hex, rows: readonly Row[]): Reference {
  const scheme = bls12_381.longSignatures;
  const secret = rows[0]?.secret ?? new Uint8Array();
  const keys = rows.map(({ key }) => bls12_381.G1.Point.fromBytes(rawG1(key)));
  const signatures = rows.map(({ signature }) => bls12_381.G2.Point.fromBytes(hexToBytes(signature)));
  const hash = () => scheme.hash(hexToBytes(digest), responseDst);
  return {
    sign: () => scheme.sign(hash(), secret),
    verify(count) {
      const signature = scheme.aggregateSignatures(signatures.slice(0, count));
      const key = scheme.aggregatePublicKeys(keys.slice(0, count));
      if (!scheme.verify(signature, hash(), key)) throw new Error("noble refuses what was signed");
    },
  };
}
