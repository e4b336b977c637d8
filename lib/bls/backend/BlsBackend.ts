import type { Hex } from "viem";

/** A public key that was checked when it was read (on the curve, in the subgroup, not infinity), or a sum of such. */
export type Key = { readonly keyOf: string; readonly point: unknown };
/** A signature that was checked when it was read, or a sum of such. */
export type Signature = { readonly signatureOf: string; readonly point: unknown };

/**
 * BLS12-381 under the ciphersuite of responses, by one library. All give the same answers on the same bytes; they differ
 * in speed. Points are checked once, when they are read, and are worth keeping.
 */
export interface BlsBackend {
  readonly name: "blst" | "noble";
  /** Opens a secret key of 32 bytes; what it returns signs a digest, 96 bytes compressed. */
  signer(secretKey: Uint8Array): (digest: Hex) => Hex;
  /** A public key of 128 bytes (EIP-2537). @throws {InvalidPointError} */
  readKey(encoded: Hex): Key;
  /** A signature of 96 bytes, compressed. @throws {InvalidPointError} */
  readSignature(compressed: Hex): Signature;
  /** A signature of 256 bytes (EIP-2537), as contracts take it. @throws {InvalidPointError} */
  decode(encoded: Hex): Signature;
  /** The sum of at least one key. It may be infinity, which `verify` does not accept. */
  addKeys(keys: readonly Key[]): Key;
  /** The sum of at least one signature. It may be infinity, which `verify` does not accept. */
  add(signatures: readonly Signature[]): Signature;
  /** 256 bytes (EIP-2537). */
  encode(signature: Signature): Hex;
  /** Whether the signature, or sum, is the key's, or the sum's, over the digest: one pairing check. */
  verify(digest: Hex, key: Key, signature: Signature): boolean;
  /**
   * Whether each signature, of 96 bytes, is its own key's over the digest: one pairing check of sums with random coefficients
   * of 64 bits, so that bad ones cannot make up for each other. False when any is no point.
   */
  verifyEach(digest: Hex, signed: readonly SignedBy[]): boolean;
}

/** Bytes that are said to be a key's signature. At least one is asked about. */
export type SignedBy = { readonly key: Key; readonly signature: Hex };
