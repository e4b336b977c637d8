import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  decryptKeystore,
  encryptKeystore,
  randomSecretKey,
  readKeystore,
} from "../../operator/keystore/keystore.ts";

export type OperatorFiles = {
  readonly directory: string;
  readonly keystore: string;
  readonly passwordFile: string;
};

/** Where the operator with this number (from 1) keeps its key and its journal. */
export function operatorFiles(dataDirectory: string, number: number): OperatorFiles {
  const directory = join(dataDirectory, "operators", String(number));
  return {
    directory,
    keystore: join(directory, "keystore.json"),
    passwordFile: join(directory, "password"),
  };
}

/** The operator's secret BLS key; makes a random one, with its keystore and password, when there is none yet. */
export async function ensureOperatorKey(files: OperatorFiles): Promise<Uint8Array> {
  if (existsSync(files.keystore)) {
    const password = readFileSync(files.passwordFile, "utf8").trim();
    return decryptKeystore(readKeystore(files.keystore), password, files.keystore);
  }
  mkdirSync(files.directory, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString("hex");
  const secretKey = randomSecretKey();
  writeFileSync(files.passwordFile, `${password}\n`, { mode: 0o600 });
  // The keystore comes last and whole: with it the pair is complete.
  writeFileSync(`${files.keystore}.unfinished`, await encryptKeystore(secretKey, password), { mode: 0o600 });
  renameSync(`${files.keystore}.unfinished`, files.keystore);
  return secretKey;
}
