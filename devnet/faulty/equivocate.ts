import { encodeAbiParameters, type Hex } from "viem";
import { compressG2 } from "../../lib/bls/points.ts";
import { hashToG2, signHashed } from "../../lib/bls/signatures.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { respond } from "../../lib/modules/factorization/respond.ts";
import { responseDigest } from "../../lib/protocol/messages.ts";
import { type SubmitResult, submitResponse } from "../../operator/api/submitResponse.ts";
import type { OperatorIdentity } from "../seed/SeedContext.ts";

/** A second response, which nobody takes for right. */
const wrong = encodeAbiParameters([{ type: "uint256[]" }], [[1n]]);

export type Target = { readonly taskId: Hex; readonly payload: Hex; readonly referenceBlock: bigint };

/**
 * Hands in the right response to a task and then, signed as well, a wrong one.
 *
 * @returns what the API said to the second response.
 */
export async function equivocate(
  apiUrl: string,
  { chainId, contracts }: Deployment,
  { account, secretKey }: OperatorIdentity,
  task: Target,
  signal: AbortSignal,
): Promise<SubmitResult> {
  const { taskId, payload, referenceBlock } = task;
  const sign = (response: Hex) => {
    const domain = { chainId, taskManager: contracts.taskManager };
    return signHashed(hashToG2(responseDigest({ ...domain, taskId, referenceBlock, response })), secretKey);
  };
  const [responseA, responseB] = [respond(payload), wrong];
  const [signatureA, signatureB] = [sign(responseA), sign(responseB)];
  const operator = account.address;
  const handIn = (response: Hex, signature: typeof signatureA) =>
    submitResponse(apiUrl, { taskId, operator, response, signature: compressG2(signature) }, signal);
  await handIn(responseA, signatureA);
  return handIn(responseB, signatureB);
}
