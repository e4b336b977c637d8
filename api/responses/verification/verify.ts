import type { Hex } from "viem";
import type { BlsBackend, Key, SignedBy } from "../../../lib/bls/backend/BlsBackend.ts";
import { selectBackend } from "../../../lib/bls/backend/selectBackend.ts";
import { InvalidPointError } from "../../../lib/bls/points.ts";

/** A signature over a response's digest. */
export type Signed = {
  /** 96 bytes, compressed G2. */
  readonly signature: Hex;
  /** 128 bytes, EIP-2537, as the operator registered it. */
  readonly blsKey: Hex;
};

export type VerificationRequest = Signed & {
  /** The 32-byte digest of the response. */
  readonly digest: Hex;
};

const keptKeys = 1024;

/**
 * A function that says of each signature whether it is its key's over the digest. Bytes that are no usable point count as no
 * signature. Keys are checked once and remembered.
 *
 * Those of one digest are checked together, and halved when the check fails until the bad ones are alone. The check weighs each
 * by a random number: a plain sum that holds would say nothing about the one that evidence is made of. On blst 1 ms for
 * one and 9 ms for a hundred, all of it computing.
 */
export function createVerify(backend: BlsBackend = selectBackend()) {
  const keys = new Map<Hex, Key>();
  return (digest: Hex, signed: readonly Signed[]): boolean[] => {
    const valid = signed.map(() => false);
    const asked = signed.flatMap(({ signature, blsKey }, index) => {
      const key = readKey(blsKey);
      return key === undefined ? [] : [{ index, key, signature }];
    });
    for (const { index } of goodOf(backend, digest, asked)) valid[index] = true;
    return valid;
  };

  function readKey(blsKey: Hex): Key | undefined {
    try {
      return remembered(keys, keptKeys, blsKey, (encoded) => backend.readKey(encoded));
    } catch (error) {
      if (error instanceof InvalidPointError) return undefined;
      throw error;
    }
  }
}

function goodOf<Asked extends SignedBy>(
  backend: BlsBackend,
  digest: Hex,
  asked: readonly Asked[],
): readonly Asked[] {
  if (asked.length === 0 || backend.verifyEach(digest, asked)) return asked;
  if (asked.length === 1) return [];
  const middle = asked.length >> 1;
  return [asked.slice(0, middle), asked.slice(middle)].flatMap((half) => goodOf(backend, digest, half));
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
