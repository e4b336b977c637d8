import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Writable } from "node:stream";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { type Hex, hexToBytes } from "viem";
import { encodeG1 } from "../../lib/bls/points.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import {
  decryptKeystore,
  encryptKeystore,
  isSecretKey,
  KeystoreError,
  randomSecretKey,
  readKeystore,
  readPasswordFile,
} from "../keystore/keystore.ts";
import { promptHidden } from "../keystore/prompt.ts";

const shortestPassword = 8;

/** Writes a keystore, readable by its owner only, and prints its public key. @throws {ConfigError} */
export async function createKeystoreFile(
  options: { out: string; passwordFile?: string; import?: string | true },
  output: Writable,
): Promise<void> {
  const secretKey = options.import === undefined ? randomSecretKey() : await readSecretKey(options.import);
  const password =
    options.passwordFile === undefined
      ? await askNewPassword()
      : readPasswordFile(resolve(options.passwordFile));
  const path = resolve(options.out);
  const text = await encryptKeystore(secretKey, password);
  try {
    writeFileSync(path, text, { flag: "wx", mode: 0o600 });
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === "EEXIST";
    throw new ConfigError(
      `The keystore ${path} ${exists ? "exists already" : "cannot be written"}.`,
      {},
      { cause },
    );
  }
  output.write(`Wrote ${path}.\n`);
  await showKeystore({ keystore: path }, output);
}

/** Prints a keystore's public key in both encodings. @throws {KeystoreError} */
export async function showKeystore(
  options: { keystore: string; passwordFile?: string },
  output: Writable,
): Promise<void> {
  const path = resolve(options.keystore);
  const keystore = readKeystore(path);
  if (options.passwordFile !== undefined) {
    await decryptKeystore(keystore, readPasswordFile(resolve(options.passwordFile)), path);
    output.write("The password opens it.\n");
  }
  output.write(`compressed (48 bytes):  0x${keystore.pubkey.replace(/^0x/, "")}\n`);
  output.write(`on chain (EIP-2537):    ${uncompressed(keystore.pubkey, path)}\n`);
}

function uncompressed(publicKey: string, path: string): Hex {
  try {
    return encodeG1(bls12_381.G1.Point.fromHex(publicKey.replace(/^0x/, "")));
  } catch {
    throw new KeystoreError(`The public key in ${path} is no point of BLS12-381.`, { path });
  }
}

async function readSecretKey(from: string | true): Promise<Uint8Array> {
  if (from !== true && /^(0x)?[0-9a-fA-F]{64}$/.test(from)) {
    throw new ConfigError(
      "A secret key on the command line is seen by every user of this machine. Put it into a file.",
    );
  }
  let text: string;
  if (from === true) {
    text = await promptHidden("Secret key (hex, not shown): ", "Give the key by --import <file>.");
  } else {
    try {
      text = readFileSync(resolve(from), "utf8");
    } catch (cause) {
      throw new ConfigError(`The key file ${resolve(from)} cannot be read.`, {}, { cause });
    }
  }
  const digits = text.trim().replace(/^0x/, "");
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
