import { readFileSync } from "node:fs";
import { create, decrypt, type IKeystore, validateKeystore } from "@chainsafe/bls-keystore";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { bytesToHex } from "viem";
import { publicKeyOf } from "../../lib/bls/signatures.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/** A key file or its password that the user must mend. */
export class KeystoreError extends ConfigError {
  override readonly code = "KEYSTORE_INVALID";
}

/** Reads an EIP-2335 keystore. @throws {KeystoreError} */
export function readKeystore(path: string): IKeystore {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new KeystoreError(`The keystore ${path} cannot be read or is not JSON.`, { path }, { cause });
  }
  try {
    validateKeystore(json);
    return json;
  } catch (cause) {
    throw new KeystoreError(`The file ${path} is no EIP-2335 keystore (version 4).`, { path }, { cause });
  }
}

/**
 * The secret key of a keystore, 32 bytes.
 *
 * @throws {KeystoreError} when the password is wrong or the key does not belong to the public key in the file.
 */
export async function decryptKeystore(
  keystore: IKeystore,
  password: string,
  path: string,
): Promise<Uint8Array> {
  let secretKey: Uint8Array;
  try {
    secretKey = await decrypt(keystore, password);
  } catch {
    // No cause: a library's message must not carry anything of the password or the key into a log.
    throw new KeystoreError(`The password does not open the keystore ${path}.`, { path });
  }
  if (
    !isSecretKey(secretKey) ||
    keystore.pubkey.replace(/^0x/, "").toLowerCase() !== compressedKey(secretKey)
  ) {
    throw new KeystoreError(`The keystore ${path} holds a key that does not belong to its public key.`, {
      path,
    });
  }
  return secretKey;
}

/** The text of a new EIP-2335 keystore (PBKDF2, AES-128-CTR). */
export async function encryptKeystore(secretKey: Uint8Array, password: string): Promise<string> {
  const publicKey = publicKeyOf(secretKey).toBytes(true);
  const keystore = await create(password, secretKey, publicKey, "", "Nektar operator");
  return `${JSON.stringify(keystore, null, 2)}\n`;
}

/** A new random secret key, 32 bytes. */
export function randomSecretKey(): Uint8Array {
  return bls12_381.longSignatures.keygen().secretKey;
}

/** Whether the bytes are a scalar between 1 and the group's order. */
export function isSecretKey(bytes: Uint8Array): boolean {
  if (bytes.length !== 32) return false;
  const scalar = BigInt(bytesToHex(bytes));
  return scalar > 0n && scalar < bls12_381.fields.Fr.ORDER;
}

/**
 * Reads a password file; a line feed at its end is no part of the password.
 *
 * @throws {KeystoreError} when it cannot be read or is empty.
 */
export function readPasswordFile(path: string): string {
  let password: string;
  try {
    password = readFileSync(path, "utf8").replace(/\r?\n$/, "");
  } catch (cause) {
    throw new KeystoreError(`The password file ${path} cannot be read.`, { path }, { cause });
  }
  if (password === "") throw new KeystoreError(`The password file ${path} is empty.`, { path });
  return password;
}

/** 96 hex digits without 0x, as in a keystore. */
function compressedKey(secretKey: Uint8Array): string {
  return bytesToHex(publicKeyOf(secretKey).toBytes(true)).slice(2);
}
