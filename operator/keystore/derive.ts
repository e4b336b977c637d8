import { generateMnemonic, mnemonicToSeed, validateMnemonic } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { deriveEIP2334Key } from "micro-key-producer/bls.js";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/** A secret key of 32 bytes and the EIP-2334 path on which it lies. */
export type DerivedKey = { readonly secretKey: Uint8Array; readonly path: string };

/** The highest index of a key: EIP-2333 takes 32 bits. */
export const highestIndex = 2 ** 32 - 1;

/** A new mnemonic of 24 English words (BIP-39, 256 bits). */
export function newMnemonic(): string {
  return generateMnemonic(wordlist, 256);
}

/**
 * The signing key of an account below a mnemonic: BIP-39 seed, EIP-2333 tree, EIP-2334 path `m/12381/3600/<index>/0/0`,
 * as the deposit tools of Ethereum's consensus layer derive it.
 *
 * @throws {ConfigError} when the words are no mnemonic or the index is out of range.
 */
export async function deriveFromMnemonic(words: string, index: number): Promise<DerivedKey> {
  const mnemonic = words.trim().toLowerCase().split(/\s+/).join(" ");
  // The words are not repeated: this message reaches the log.
  if (!validateMnemonic(mnemonic, wordlist))
    throw new ConfigError("This is no mnemonic: 12 to 24 English words of BIP-39 with a right checksum.");
  if (!Number.isInteger(index) || index < 0 || index > highestIndex)
    throw new ConfigError(`The index of a key is a whole number from 0 to ${highestIndex}.`);
  const { key, path } = deriveEIP2334Key(await mnemonicToSeed(mnemonic), "signing", index);
  return { secretKey: key, path };
}
