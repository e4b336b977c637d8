import { readFileSync } from "node:fs";
import type { PrivateKeyAccount } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/** The account whose secp256k1 private key stands in a file, in hex. The key is never an argument and never shown. @throws {ConfigError} */
export function openAccount(path: string): PrivateKeyAccount {
  let digits: string;
  try {
    digits = readFileSync(path, "utf8").trim().replace(/^0x/, "");
  } catch (cause) {
    throw new ConfigError(`The account's key file ${path} cannot be read.`, {}, { cause });
  }
  try {
    if (!/^[0-9a-fA-F]{64}$/.test(digits)) throw new Error("no key");
    return privateKeyToAccount(`0x${digits}`);
  } catch {
    // No cause: a library's message must not carry anything of the key.
    throw new ConfigError(`The file ${path} holds no private key of an account: 64 hex digits.`);
  }
}
