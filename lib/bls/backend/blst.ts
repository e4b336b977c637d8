import { createRequire } from "node:module";
import { bytesToHex, type Hex, hexToBytes } from "viem";
import { encodeRawG2, InvalidPointError, rawG1, rawG2 } from "../points.ts";
import type { BlsBackend, Key, Signature } from "./BlsBackend.ts";

type Blst = typeof import("@chainsafe/blst");
type NativeKey = InstanceType<Blst["PublicKey"]>;
type NativeSignature = InstanceType<Blst["Signature"]>;

const signatureBytes = 96;
const flagged = 0x20;

/** The native backend, where its package has a build for this machine; undefined elsewhere. */
export function loadBlst(): BlsBackend | undefined {
  try {
    return createBackend(createRequire(import.meta.url)("@chainsafe/blst"));
  } catch {
    return undefined; // an optional dependency: noble does the same, slower
  }
}

function createBackend(blst: Blst): BlsBackend {
  return {
    name: "blst",
    signer(secretKey) {
      const key = blst.SecretKey.fromBytes(secretKey);
      return (digest) => bytesToHex(key.sign(hexToBytes(digest)).toBytes(true));
    },
    readKey(encoded) {
      const raw = rawG1(encoded);
      return key(checked(() => blst.PublicKey.fromBytes(raw, true)));
    },
    readSignature(compressed) {
      const bytes = hexToBytes(compressed);
      // blst would also take the uncompressed form.
      if (bytes.length !== signatureBytes)
        throw new InvalidPointError("A compressed signature has 96 bytes.");
      return signature(checked(() => blst.Signature.fromBytes(bytes, true, true)));
    },
    decode(encoded) {
      const raw = rawG2(encoded);
      // blst takes the highest three bits for flags; a field element has none of them.
      if ((raw[0] ?? 0) >= flagged)
        throw new InvalidPointError("A coordinate is not below the field's order.");
      return signature(checked(() => blst.Signature.fromBytes(raw, true, true)));
    },
    addKeys: (keys) => key(blst.aggregatePublicKeys(keys.map(keyPoint), false)),
    add: (signatures) => signature(blst.aggregateSignatures(signatures.map(signaturePoint), false)),
    encode: (sum) => encodeUncompressed(signaturePoint(sum)),
    verify(digest, sumOfKeys, sum) {
      const message = hexToBytes(digest); // what is no digest is the caller's fault, not a bad signature
      try {
        return blst.verify(message, keyPoint(sumOfKeys), signaturePoint(sum), false, false);
      } catch {
        return false; // sums of forged points may be infinity, which blst refuses by an error
      }
    },
    verifyEach(digest, signed) {
      const message = hexToBytes(digest);
      const sets = signed.map((each) => ({ pk: keyPoint(each.key), sig: hexToBytes(each.signature) }));
      if (sets.some(({ sig }) => sig.length !== signatureBytes)) return false;
      try {
        const { pk, sig } = blst.aggregateWithRandomness(sets);
        return blst.verify(message, pk, sig, false, false);
      } catch {
        return false; // bytes that are no point
      }
    },
  };
}

function encodeUncompressed(point: NativeSignature): Hex {
  const raw = point.toBytes(false);
  const isInfinity = (raw[0] ?? 0) >= 0x40; // the flag of the uncompressed form
  return isInfinity ? `0x${"00".repeat(256)}` : encodeRawG2(raw);
}

function checked<Point>(parse: () => Point): Point {
  try {
    return parse();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "unreadable";
    throw new InvalidPointError(`Not a point that can be used: ${reason}.`, {}, { cause });
  }
}

const key = (point: NativeKey): Key => ({ keyOf: "blst", point });
const signature = (point: NativeSignature): Signature => ({ signatureOf: "blst", point });
const keyPoint = ({ point }: Key) => point as NativeKey;
const signaturePoint = ({ point }: Signature) => point as NativeSignature;
