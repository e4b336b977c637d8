import type { Hex } from "viem";
import { decompressG1, type G1Point } from "../../lib/bls/points.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import type { RunSettings } from "../config/settings.ts";
import { decryptKeystore, readKeystore, readPasswordFile } from "../keystore/keystore.ts";
import { promptHidden } from "../keystore/prompt.ts";
import { localSigner } from "./localSigner.ts";
import type { ResponseSigner } from "./ResponseSigner.ts";
import { remoteSigner } from "./remoteSigner.ts";

type SignerSettings = Pick<RunSettings, "keystore" | "password-file" | "remote-signer" | "public-key">;

/**
 * The signer that the settings name: a keystore, opened with the password of a file or of the terminal, or a remote signer.
 *
 * @throws {ConfigError} when they name none or both, or a file does not fit.
 */
export async function openSigner(settings: SignerSettings, signal: AbortSignal): Promise<ResponseSigner> {
  const { keystore, "remote-signer": remote, "public-key": publicKey } = settings;
  if ((keystore === undefined) === (remote === undefined))
    throw new ConfigError("Give either --keystore or --remote-signer with --public-key.");
  if (keystore !== undefined) {
    const secretKey = await openKeystore(keystore, settings["password-file"]);
    return localSigner(secretKey);
  }
  if (remote === undefined || publicKey === undefined)
    throw new ConfigError("--remote-signer needs --public-key: the key that it must sign with, 48 bytes.");
  return remoteSigner(remote, readPublicKey(publicKey), signal);
}

function readPublicKey(compressed: Hex): G1Point {
  try {
    return decompressG1(compressed);
  } catch (cause) {
    throw new ConfigError("The value of --public-key is no point of BLS12-381.", {}, { cause });
  }
}

/** The secret key in a keystore; its password comes from a file, or else from the terminal. @throws {ConfigError} */
export async function openKeystore(path: string, passwordFile: string | undefined): Promise<Uint8Array> {
  const keystore = readKeystore(path);
  const password =
    passwordFile === undefined
      ? await promptHidden(`Password of ${path}: `, "Give the password by --password-file <file>.")
      : readPasswordFile(passwordFile);
  return decryptKeystore(keystore, password, path);
}
