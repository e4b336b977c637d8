import { readFileSync } from "node:fs";
import {
  create,
  decrypt,
  defaultPbkdfModule,
  defaultScryptModule,
  type IKeystore,
  validateKeystore,
} from "@chainsafe/bls-keystore";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { bytesToHex, type Hex } from "viem";
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
  if (!isSecretKey(secretKey)) {
    throw new KeystoreError(`What the keystore ${path} holds is no BLS12-381 secret key.`, { path });
  }
  const publicKey = publicKeyIn(keystore);
  if (publicKey !== undefined && publicKey !== compressedKey(secretKey)) {
    throw new KeystoreError(`The keystore ${path} holds a key that does not belong to its public key.`, {
      path,
    });
  }
  return secretKey;
}

/** The compressed public key that a keystore names, lowercase; undefined when it names none, as EIP-2335 permits. */
export function publicKeyIn(keystore: IKeystore): Hex | undefined {
  const { pubkey }: { pubkey?: string } = keystore;
  return pubkey ? `0x${pubkey.replace(/^0x/, "").toLowerCase()}` : undefined;
}

/** The compressed public key of a secret key, 48 bytes. */
export function compressedKey(secretKey: Uint8Array): Hex {
  return bytesToHex(publicKeyOf(secretKey).toBytes(true));
}

/** How the password is made slow to guess. `scrypt` takes 256 MiB of memory when the keystore is opened. */
export const keyDerivations = { scrypt: defaultScryptModule, pbkdf2: defaultPbkdfModule } as const;
export type KeyDerivation = keyof typeof keyDerivations;

/** The text of a new EIP-2335 keystore (AES-128-CTR). `path` is the key's EIP-2334 path, empty for a key that was not derived. */
export async function encryptKeystore(
  secretKey: Uint8Array,
  password: string,
  { kdf = "pbkdf2", path = "" }: { kdf?: KeyDerivation; path?: string } = {},
): Promise<string> {
  const publicKey = publicKeyOf(secretKey).toBytes(true);
  const keystore = await create(
    password,
    secretKey,
    publicKey,
    path,
    "Nektar operator",
    keyDerivations[kdf](),
  );
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
