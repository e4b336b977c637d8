import { randomBytes } from "node:crypto";
import {
  compressG2,
  decodeG1,
  decodeG2,
  decompressG2,
  encodeG2,
  type G1Point,
  type G2Point,
  InvalidPointError,
} from "../points.ts";
import { hashToG2, signHashed, verifyHashed } from "../signatures.ts";
import type { BlsBackend, Key, Signature } from "./BlsBackend.ts";

/** The digest that was hashed last: many signatures of one digest are looked at in a row. */
let lastHashed: { readonly digest: string; readonly point: G2Point } | undefined;

/** The reference: @noble/curves, plain JavaScript, on every machine. */
export const nobleBackend: BlsBackend = {
  name: "noble",
  signer: (secretKey) => (digest) => compressG2(signHashed(hash(digest), secretKey)),
  readKey: (encoded) => key(decodeG1(encoded)),
  readSignature: (compressed) => signature(decompressG2(compressed)),
  decode: (encoded) => signature(decodeG2(encoded)),
  addKeys: (keys) => key(keys.map(keyPoint).reduce((sum, point) => sum.add(point))),
  // Not the library's own sum, which throws when it is infinity: two operators could make it so, and nothing would be aggregated.
  add: (signatures) => signature(signatures.map(signaturePoint).reduce((sum, point) => sum.add(point))),
  encode: (sum) => encodeG2(signaturePoint(sum)),
  verify(digest, sumOfKeys, sum) {
    const [keyed, signed] = [keyPoint(sumOfKeys), signaturePoint(sum)];
    return !signed.is0() && !keyed.is0() && verifyHashed(signed, hash(digest), keyed);
  },
  verifyEach(digest, signed) {
    let points: G2Point[];
    try {
      points = signed.map((each) => decompressG2(each.signature));
    } catch (error) {
      if (error instanceof InvalidPointError) return false;
      throw error;
    }
    const weights = points.map(() => randomBytes(8).readBigUInt64BE() | 1n);
    const sum = <Point extends G1Point | G2Point>(of: readonly Point[]) =>
      of
        .map((point, index) => point.multiplyUnsafe(weights[index] ?? 1n) as Point)
        .reduce((one, other) => one.add(other as never) as Point);
    return nobleBackend.verify(
      digest,
      key(sum(signed.map((each) => keyPoint(each.key)))),
      signature(sum(points)),
    );
  },
};

function hash(digest: `0x${string}`): G2Point {
  if (lastHashed?.digest !== digest) lastHashed = { digest, point: hashToG2(digest) };
  return lastHashed.point;
}

const key = (point: G1Point): Key => ({ keyOf: "noble", point });
const signature = (point: G2Point): Signature => ({ signatureOf: "noble", point });
const keyPoint = ({ point }: Key) => point as G1Point;
const signaturePoint = ({ point }: Signature) => point as G2Point;
