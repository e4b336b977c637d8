import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Writable } from "node:stream";
import { type Hex, hexToBytes } from "viem";
import { decompressG1, encodeG1 } from "../../lib/bls/points.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { type DerivedKey, deriveFromMnemonic, newMnemonic } from "../keystore/derive.ts";
import {
  compressedKey,
  decryptKeystore,
  encryptKeystore,
  isSecretKey,
  type KeyDerivation,
  KeystoreError,
  publicKeyIn,
  randomSecretKey,
  readKeystore,
  readPasswordFile,
} from "../keystore/keystore.ts";
import { promptHidden } from "../keystore/prompt.ts";

const shortestPassword = 8;

export type CreateOptions = {
  readonly out: string;
  readonly passwordFile?: string;
  readonly import?: string | true;
  readonly mnemonic?: string | true;
  readonly index: number;
  readonly kdf: KeyDerivation;
};

/** Writes a keystore, readable by its owner only, and prints its public key. @throws {ConfigError} */
export async function createKeystoreFile(options: CreateOptions, output: Writable): Promise<void> {
  const { secretKey, path: derivation } = await obtainKey(options);
  const password =
    options.passwordFile === undefined
      ? await askNewPassword()
      : readPasswordFile(resolve(options.passwordFile));
  const path = resolve(options.out);
  writeSecretFile(path, await encryptKeystore(secretKey, password, { kdf: options.kdf, path: derivation }));
  output.write(`Wrote ${path}.\n`);
  await showKeystore({ keystore: path }, output);
}

/** Writes a new mnemonic of 24 words into a file that only its owner can read. @throws {ConfigError} */
export function createMnemonicFile(out: string, output: Writable): void {
  const path = resolve(out);
  writeSecretFile(path, `${newMnemonic()}\n`);
  output.write(`Wrote ${path}: whoever has these words has every key that is derived from them.\n`);
}

/** Prints a keystore's public key in both encodings. @throws {KeystoreError} */
export async function showKeystore(
  options: { keystore: string; passwordFile?: string },
  output: Writable,
): Promise<void> {
  const path = resolve(options.keystore);
  const keystore = readKeystore(path);
  let publicKey = publicKeyIn(keystore);
  if (options.passwordFile !== undefined) {
    const password = readPasswordFile(resolve(options.passwordFile));
    publicKey = compressedKey(await decryptKeystore(keystore, password, path));
    output.write("The password opens it.\n");
  }
  if (publicKey === undefined)
    throw new KeystoreError(`The keystore ${path} names no public key. Give --password-file.`, { path });
  output.write(`compressed (48 bytes):  ${publicKey}\n`);
  output.write(`on chain (EIP-2537):    ${uncompressed(publicKey, path)}\n`);
}

function uncompressed(publicKey: Hex, path: string): Hex {
  try {
    return encodeG1(decompressG1(publicKey));
  } catch {
    throw new KeystoreError(`The public key in ${path} is no point of BLS12-381.`, { path });
  }
}

function writeSecretFile(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: "wx", mode: 0o600 });
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === "EEXIST";
    throw new ConfigError(
      `The file ${path} ${exists ? "exists already" : "cannot be written"}.`,
      {},
      { cause },
    );
  }
}

async function obtainKey(options: CreateOptions): Promise<DerivedKey> {
  if (options.import !== undefined && options.mnemonic !== undefined)
    throw new ConfigError("Give --import or --mnemonic, not both.");
  if (options.mnemonic !== undefined)
    return deriveFromMnemonic(await readSecret(options.mnemonic, mnemonicSource), options.index);
  const secretKey = options.import === undefined ? randomSecretKey() : await readSecretKey(options.import);
  return { secretKey, path: "" };
}

type SecretSource = { readonly name: string; readonly question: string; readonly option: string };
const keySource: SecretSource = {
  name: "key",
  question: "Secret key (hex, not shown): ",
  option: "--import",
};
const mnemonicSource: SecretSource = {
  name: "mnemonic",
  question: "Mnemonic (not shown): ",
  option: "--mnemonic",
};

async function readSecret(from: string | true, { name, question, option }: SecretSource): Promise<string> {
  if (from === true) return promptHidden(question, `Give the ${name} by ${option} <file>.`);
  try {
    return readFileSync(resolve(from), "utf8");
  } catch (cause) {
    throw new ConfigError(`The ${name} file ${resolve(from)} cannot be read.`, {}, { cause });
  }
}

async function readSecretKey(from: string | true): Promise<Uint8Array> {
  if (from !== true && /^(0x)?[0-9a-fA-F]{64}$/.test(from)) {
    throw new ConfigError(
      "A secret key on the command line is seen by every user of this machine. Put it into a file.",
    );
  }
  const digits = (await readSecret(from, keySource)).trim().replace(/^0x/, "");
  const bytes = /^[0-9a-fA-F]{64}$/.test(digits) ? hexToBytes(`0x${digits}`) : new Uint8Array();
  if (isSecretKey(bytes)) return bytes;
  throw new ConfigError(
    "This is no BLS12-381 secret key: 64 hex digits, above zero and below the group's order.",
  );
}

async function askNewPassword(): Promise<string> {
  const instead = "Give the password by --password-file <file>.";
  const password = await promptHidden(`New password (at least ${shortestPassword} characters): `, instead);
  if (password.length < shortestPassword) throw new ConfigError("The password is too short.");
  if ((await promptHidden("The same again: ", instead)) !== password)
    throw new ConfigError("The passwords differ.");
  return password;
}
