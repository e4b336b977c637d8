import { encodeFunctionData } from "viem";
import type { HDAccount } from "viem/accounts";
import { slashingManagerAbi } from "../../../contracts/generated/slashingManager.ts";
import { type Equivocation, equivocationHash, reportCommitment } from "../../../lib/protocol/messages.ts";
import type { SeedContext } from "../../seed/SeedContext.ts";
import { sendBatch } from "../../seed/sendBatch.ts";

/** The reporter commits to the evidence, then shows it: the operator is slashed. */
export async function proveEquivocation(
  { client, deployment }: Pick<SeedContext, "client" | "deployment">,
  reporter: HDAccount,
  evidence: Equivocation,
): Promise<void> {
  const to = deployment.contracts.slashingManager;
  const abi = slashingManagerAbi;
  const commitment = reportCommitment(reporter.address, equivocationHash(evidence));
  const commit = encodeFunctionData({ abi, functionName: "commitReport", args: [commitment] });
  await sendBatch(client, [{ from: reporter, to, data: commit }]);
  const { taskId, operator, responseHashA, signatureA, responseHashB, signatureB } = evidence;
  const args = [taskId, operator, responseHashA, signatureA, responseHashB, signatureB] as const;
  const prove = encodeFunctionData({ abi, functionName: "proveEquivocation", args });
  await sendBatch(client, [{ from: reporter, to, data: prove }]);
}
