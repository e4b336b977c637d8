import { bls12_381 } from "@noble/curves/bls12-381.js";
import { bytesToHex, type Hex, hexToBytes } from "viem";
import { NektarError } from "../errors/NektarError.ts";

/** A public key: a point of G1. */
export type G1Point = ReturnType<typeof bls12_381.G1.Point.fromHex>;
/** A signature: a point of G2. */
export type G2Point = ReturnType<typeof bls12_381.G2.Point.fromHex>;

/** Bytes that are no valid key or signature: wrong length, not on the curve, outside the subgroup, or infinity. */
export class InvalidPointError extends NektarError {
  readonly code = "INVALID_POINT";
}

const fieldBytes = 48;
const wordBytes = 64;

/** EIP-2537 puts 16 zero bytes before each 48-byte field element. */
function padFields(raw: Uint8Array): Uint8Array {
  const count = raw.length / fieldBytes;
  const padded = new Uint8Array(count * wordBytes);
  for (let index = 0; index < count; index++) {
    padded.set(raw.subarray(index * fieldBytes, (index + 1) * fieldBytes), index * wordBytes + 16);
  }
  return padded;
}

function unpadFields(padded: Uint8Array): Uint8Array {
  const count = padded.length / wordBytes;
  const raw = new Uint8Array(count * fieldBytes);
  for (let index = 0; index < count; index++) {
    const word = padded.subarray(index * wordBytes, (index + 1) * wordBytes);
    if (word.subarray(0, 16).some((byte) => byte !== 0))
      throw new InvalidPointError("A field element has non-zero padding.");
    raw.set(word.subarray(16), index * fieldBytes);
  }
  return raw;
}

/** noble orders an Fp2 element c1, c0 (as the compressed form does); EIP-2537 orders it c0, c1. */
function swapFp2(raw: Uint8Array): Uint8Array {
  const swapped = new Uint8Array(raw.length);
  for (let index = 0; index < raw.length; index += 2 * fieldBytes) {
    swapped.set(raw.subarray(index + fieldBytes, index + 2 * fieldBytes), index);
    swapped.set(raw.subarray(index, index + fieldBytes), index + fieldBytes);
  }
  return swapped;
}

/** The 96 bytes of an uncompressed G1 point (x, y) out of EIP-2537's 128. @throws {InvalidPointError} */
export function rawG1(encoded: Hex): Uint8Array {
  const bytes = hexToBytes(encoded);
  if (bytes.length !== 2 * wordBytes) throw new InvalidPointError("A G1 point has 128 bytes.");
  return unpadFields(bytes);
}

/** The 192 bytes of an uncompressed G2 point (x, y, each c1 before c0) out of EIP-2537's 256. @throws {InvalidPointError} */
export function rawG2(encoded: Hex): Uint8Array {
  const bytes = hexToBytes(encoded);
  if (bytes.length !== 4 * wordBytes) throw new InvalidPointError("A G2 point has 256 bytes.");
  return swapFp2(unpadFields(bytes));
}

/** EIP-2537's 256 bytes of a G2 point out of the 192 of its uncompressed form (x, y, each c1 before c0). */
export function encodeRawG2(raw: Uint8Array): Hex {
  return bytesToHex(padFields(swapFp2(raw)));
}

/** 128 bytes, EIP-2537; all zero for infinity. */
export function encodeG1(point: G1Point): Hex {
  if (point.is0()) return `0x${"00".repeat(128)}`;
  return bytesToHex(padFields(point.toBytes(false)));
}

/** 256 bytes, EIP-2537; all zero for infinity. */
export function encodeG2(point: G2Point): Hex {
  if (point.is0()) return `0x${"00".repeat(256)}`;
  return encodeRawG2(point.toBytes(false));
}

/**
 * Reads a public key of 128 bytes (EIP-2537), checked once: on the curve, in the subgroup, not infinity.
 * @throws {InvalidPointError}
 */
export function decodeG1(encoded: Hex): G1Point {
  const raw = rawG1(encoded);
  return checked(() => bls12_381.G1.Point.fromBytes(raw));
}

/**
 * Reads a signature of 256 bytes (EIP-2537), checked once: on the curve, in the subgroup, not infinity.
 * @throws {InvalidPointError}
 */
export function decodeG2(encoded: Hex): G2Point {
  const raw = rawG2(encoded);
  return checked(() => bls12_381.G2.Point.fromBytes(raw));
}

/** A public key in its short form: 48 bytes, compressed as Ethereum's consensus layer does. */
export function compressG1(point: G1Point): Hex {
  return bytesToHex(point.toBytes(true));
}

/**
 * Reads a public key of 48 bytes (compressed), checked once: on the curve, in the subgroup, not infinity.
 * @throws {InvalidPointError}
 */
export function decompressG1(compressed: Hex): G1Point {
  const bytes = hexToBytes(compressed);
  if (bytes.length !== fieldBytes) throw new InvalidPointError("A compressed public key has 48 bytes.");
  return checked(() => bls12_381.G1.Point.fromBytes(bytes));
}

/** A signature in its short form: 96 bytes, compressed as Ethereum's consensus layer does. */
export function compressG2(point: G2Point): Hex {
  return bytesToHex(point.toBytes(true));
}

/**
 * Reads a signature of 96 bytes (compressed), checked once: on the curve, in the subgroup, not infinity.
 * @throws {InvalidPointError}
 */
export function decompressG2(compressed: Hex): G2Point {
  const bytes = hexToBytes(compressed);
  if (bytes.length !== 2 * fieldBytes) throw new InvalidPointError("A compressed signature has 96 bytes.");
  return checked(() => bls12_381.G2.Point.fromBytes(bytes));
}

function checked<Point extends G1Point | G2Point>(parse: () => Point): Point {
  let point: Point;
  try {
    point = parse(); // refuses points off the curve or outside the prime-order subgroup
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "unreadable";
    throw new InvalidPointError(`Not a point that can be used: ${reason}.`, {}, { cause });
  }
  if (point.is0()) throw new InvalidPointError("The point at infinity is not accepted.");
  return point;
}
