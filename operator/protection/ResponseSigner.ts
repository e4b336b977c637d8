import type { Hex } from "viem";
import { compressG2, encodeG1 } from "../../lib/bls/points.ts";
import { hashToG2, publicKeyOf, signHashed } from "../../lib/bls/signatures.ts";

/** Whoever holds the operator's BLS key: this process, or later a remote signer. */
export interface ResponseSigner {
  /** G1, 128 bytes (EIP-2537), lowercase. */
  readonly publicKey: Hex;
  /** The signature of a 32-byte digest, 96 bytes compressed. The same digest always gets the same signature. */
  sign(digest: Hex): Promise<Hex>;
}

/** A signer with the key in this process's memory. Signing takes about 13 ms of CPU time. */
export function localSigner(secretKey: Uint8Array): ResponseSigner {
  const publicKey = encodeG1(publicKeyOf(secretKey));
  return {
    publicKey,
    sign: async (digest) => compressG2(signHashed(hashToG2(digest), secretKey)),
  };
}
