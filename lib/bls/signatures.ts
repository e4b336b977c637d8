import { bls12_381 } from "@noble/curves/bls12-381.js";
import { type Hex, hexToBytes } from "viem";
import type { G1Point, G2Point } from "./points.ts";

/** Ciphersuite of responses: keys in G1, signatures in G2, as in Ethereum's consensus layer. */
export const responseDst = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";
/** Ciphersuite of proofs of possession (draft-irtf-cfrg-bls-signature, section 4.2.3). */
export const possessionDst = "BLS_POP_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";

const scheme = bls12_381.longSignatures;

/** The public key of a 32-byte secret key. */
export function publicKeyOf(secretKey: Uint8Array): G1Point {
  return scheme.getPublicKey(secretKey);
}

/** Hashes a digest to the curve (RFC 9380). Do it once per message, not once per signer. */
export function hashToG2(digest: Hex, dst: string = responseDst): G2Point {
  return scheme.hash(hexToBytes(digest), dst);
}

/** Signs a hashed message. About 13 ms. */
export function signHashed(hashed: G2Point, secretKey: Uint8Array): G2Point {
  return scheme.sign(hashed, secretKey);
}

/** Whether `signature` is `publicKey`'s over the hashed message. Points must have been checked when they were read. About 20 ms. */
export function verifyHashed(signature: G2Point, hashed: G2Point, publicKey: G1Point): boolean {
  return scheme.verify(signature, hashed, publicKey);
}

/** The sum of public keys; at least one. */
export function aggregateKeys(keys: readonly G1Point[]): G1Point {
  return scheme.aggregatePublicKeys([...keys]);
}

/** The sum of signatures; at least one. */
export function aggregateSignatures(signatures: readonly G2Point[]): G2Point {
  return scheme.aggregateSignatures([...signatures]);
}
