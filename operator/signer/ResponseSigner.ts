import type { Hex } from "viem";
import type { ResponseMessage } from "../../lib/protocol/messages.ts";

/** Whoever holds the operator's BLS key: this process or a remote signer. Only `ProtectedSigner` may ask it. */
export interface ResponseSigner {
  /** G1, 128 bytes (EIP-2537), lowercase. */
  readonly publicKey: Hex;
  /**
   * The signature of a response, 96 bytes compressed. The same message always gets the same signature.
   *
   * @throws {SignerUnavailableError} when it may work later.
   * @throws {SignerRefusedError} when asking again is of no use.
   */
  sign(digest: Hex, message: ResponseMessage): Promise<Hex>;
}
