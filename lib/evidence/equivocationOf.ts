import { encodeFunctionData, type Hex } from "viem";
import { slashingManagerAbi } from "../../contracts/generated/slashingManager.ts";
import type { Equivocation } from "../protocol/messages.ts";
import type { EvidenceBundle } from "./bundle.ts";

/** What the contract is shown of a bundle. */
export function equivocationOf(
  bundle: Pick<EvidenceBundle, "operator" | "responses"> & { readonly task: { readonly id: Hex } },
): Equivocation {
  const [a, b] = bundle.responses;
  return {
    taskId: bundle.task.id,
    operator: bundle.operator.address,
    responseHashA: a.responseHash,
    signatureA: a.signature,
    responseHashB: b.responseHash,
    signatureB: b.signature,
  };
}

/** The arguments of `proveEquivocation` and `evidenceHashOf`, in order. */
export function proofArguments(evidence: Equivocation) {
  const { taskId, operator, responseHashA, signatureA, responseHashB, signatureB } = evidence;
  return [taskId, operator, responseHashA, signatureA, responseHashB, signatureB] as const;
}

/** The calldata that slashes. */
export function encodeProof(evidence: Equivocation): Hex {
  const args = proofArguments(evidence);
  return encodeFunctionData({ abi: slashingManagerAbi, functionName: "proveEquivocation", args });
}
