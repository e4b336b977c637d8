import { type Hex, keccak256 } from "viem";
import { compressG1, decompressG2, encodeG1, type G1Point } from "../../lib/bls/points.ts";
import { hashToG2, verifyHashed } from "../../lib/bls/signatures.ts";
import { describeFault } from "../../lib/errors/describeFault.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { postBounded } from "../../lib/http/postBounded.ts";
import type { ResponseMessage } from "../../lib/protocol/messages.ts";
import type { ResponseSigner } from "./ResponseSigner.ts";
import { SignerRefusedError, SignerUnavailableError } from "./signerErrors.ts";

const timeoutMs = 5_000;
const mostBytes = 16 * 1024;

/**
 * A signer that holds the key elsewhere and speaks Web3Signer's signing API: `POST /api/v1/eth2/sign/<public key>` with
 * `type` and `signingRoot`, answered by the signature as text or as `{"signature"}`, 404 for an unknown key and 412 when
 * its own signing protection refuses. The type is `NEKTAR_TASK_RESPONSE`, and everything that the digest covers is sent
 * with it, so that the signer can compute the root itself. What comes back is verified before it is used.
 *
 * @param url The signer's base address.
 * @param publicKey The key that it must sign with.
 */
export function remoteSigner(url: string, publicKey: G1Point, signal: AbortSignal): ResponseSigner {
  const base = url.endsWith("/") ? url : `${url}/`;
  const target = new URL(`api/v1/eth2/sign/${compressG1(publicKey)}`, base).href;
  return {
    publicKey: encodeG1(publicKey),
    async sign(digest, message) {
      const body = JSON.stringify(describeRequest(digest, message));
      const { status, text } = await postBounded(target, { body, timeoutMs, mostBytes, signal }).catch(
        (cause: unknown) => {
          const fault = describeFault(cause);
          throw new SignerUnavailableError(`The remote signer does not answer: ${fault}`, {}, { cause });
        },
      );
      if (status === 200) return checked(text, digest, publicKey);
      throw refusal(status);
    },
  };
}

/** The request's body. Numbers are decimal strings, as in Web3Signer's API. */
export function describeRequest(digest: Hex, message: ResponseMessage): object {
  return {
    type: "NEKTAR_TASK_RESPONSE",
    signingRoot: digest,
    nektar_task_response: {
      chain_id: String(message.chainId),
      task_manager: message.taskManager,
      task_id: message.taskId,
      reference_block: message.referenceBlock.toString(),
      response_hash: keccak256(message.response),
    },
  };
}

function refusal(status: number): NektarError {
  if (status === 412) return new SignerRefusedError("The remote signer's own signing protection refuses.");
  if (status === 404) return new SignerRefusedError("The remote signer does not have this key.");
  if (status >= 400 && status < 500 && status !== 429)
    return new SignerRefusedError(`The remote signer refuses the request (status ${status}).`);
  return new SignerUnavailableError(`The remote signer answered with status ${status}.`);
}

function checked(text: string, digest: Hex, publicKey: G1Point): Hex {
  const signature = readSignature(text.trim());
  try {
    if (signature !== undefined && verifyHashed(decompressG2(signature), hashToG2(digest), publicKey))
      return signature;
  } catch (error) {
    if (!(error instanceof NektarError)) throw error; // no point of the curve: as good as a wrong signature
  }
  throw new SignerRefusedError(
    "What the remote signer answered is no signature of this key over the digest.",
  );
}

function readSignature(text: string): Hex | undefined {
  let value: unknown = text;
  if (text.startsWith("{")) {
    try {
      const json: { signature?: unknown } = JSON.parse(text);
      value = json.signature;
    } catch {
      return undefined;
    }
  }
  const digits = typeof value === "string" ? value.replace(/^0x/, "").toLowerCase() : "";
  return /^[0-9a-f]{192}$/.test(digits) ? `0x${digits}` : undefined;
}
