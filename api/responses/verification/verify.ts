import type { Hex } from "viem";
import {
  decodeG1,
  decompressG2,
  type G1Point,
  type G2Point,
  InvalidPointError,
} from "../../../lib/bls/points.ts";
import { hashToG2, verifyHashed } from "../../../lib/bls/signatures.ts";

export type VerificationRequest = {
  /** The 32-byte digest of the response. */
  readonly digest: Hex;
  /** 96 bytes, compressed G2. */
  readonly signature: Hex;
  /** 128 bytes, EIP-2537, as the operator registered it. */
  readonly blsKey: Hex;
};

const keptDigests = 256;
const keptKeys = 1024;
const hashedDigests = new Map<Hex, G2Point>();
const decodedKeys = new Map<Hex, G1Point>();

/**
 * Whether a signature is the key's over the digest. Bytes that are no usable point count as no signature.
 * Digests are hashed to the curve once, not once per signer, and keys are checked once. About 30 ms, all of it computing.
 */
export function verify({ digest, signature, blsKey }: VerificationRequest): boolean {
  try {
    const hashed = remembered(hashedDigests, keptDigests, digest, hashToG2);
    const key = remembered(decodedKeys, keptKeys, blsKey, decodeG1);
    return verifyHashed(decompressG2(signature), hashed, key);
  } catch (error) {
    if (error instanceof InvalidPointError) return false;
    throw error;
  }
}

function remembered<Value>(
  values: Map<Hex, Value>,
  kept: number,
  key: Hex,
  compute: (key: Hex) => Value,
): Value {
  const value = values.get(key) ?? compute(key);
  values.delete(key);
  values.set(key, value);
  const [oldest] = values.keys();
  if (values.size > kept && oldest !== undefined) values.delete(oldest);
  return value;
}
