import { selectBackend } from "../../lib/bls/backend/selectBackend.ts";
import { encodeG1 } from "../../lib/bls/points.ts";
import { publicKeyOf } from "../../lib/bls/signatures.ts";
import type { ResponseSigner } from "./ResponseSigner.ts";

/** A signer with the key in this process's memory. Signing takes 0.3 ms of CPU time natively, about 13 ms on noble. */
export function localSigner(secretKey: Uint8Array): ResponseSigner {
  const sign = selectBackend().signer(secretKey);
  return { publicKey: encodeG1(publicKeyOf(secretKey)), sign: async (digest) => sign(digest) };
}
