import type { Hex } from "viem";
import type { BlsBackend, Key } from "../../../lib/bls/backend/BlsBackend.ts";
import { selectBackend } from "../../../lib/bls/backend/selectBackend.ts";
import { InvalidPointError } from "../../../lib/bls/points.ts";

export type VerificationRequest = {
  /** The 32-byte digest of the response. */
  readonly digest: Hex;
  /** 96 bytes, compressed G2. */
  readonly signature: Hex;
  /** 128 bytes, EIP-2537, as the operator registered it. */
  readonly blsKey: Hex;
};

const keptKeys = 1024;

/**
 * A function that says whether a signature is the key's over the digest. Bytes that are no usable point count as no
 * signature. Keys are checked once and remembered. About 1 ms on blst and 20 ms on noble, all of it computing. Each
 * signature is judged alone: a sum that holds says nothing about the one that evidence is made of.
 */
export function createVerify(backend: BlsBackend = selectBackend()) {
  const keys = new Map<Hex, Key>();
  return ({ digest, signature, blsKey }: VerificationRequest): boolean => {
    try {
      const key = remembered(keys, keptKeys, blsKey, (encoded) => backend.readKey(encoded));
      return backend.verify(digest, key, backend.readSignature(signature));
    } catch (error) {
      if (error instanceof InvalidPointError) return false;
      throw error;
    }
  };
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
