import { type Hex, keccak256, size } from "viem";
import { responseDigest } from "../../lib/protocol/messages.ts";
import type { Context } from "../context.ts";
import type { RejectionReason, SubmitResponseInput } from "../generated/schema.ts";
import { readHash } from "../ids/readHash.ts";
import type { SubmissionResult } from "./models.ts";
import type { StoredResponse, SubmissionFacts } from "./queries.ts";

/** What `TaskManager.respond` takes at most. */
const maxResponseBytes = 4096;
const signatureBytes = 96;

/**
 * Judges an operator's signed response and stores it if it is good. Idempotent: what was stored before is answered
 * as it was, without verifying it again, also when the task has closed meanwhile.
 */
export async function submitResponse(
  context: Context,
  input: SubmitResponseInput,
): Promise<SubmissionResult> {
  const taskId = readHash(input.taskId, "A task id");
  if (size(input.response) > maxResponseBytes)
    return rejected("RESPONSE_TOO_LONG", `A response has ${maxResponseBytes} bytes at most.`);
  const { facts, stored } = await context.responses.look({ taskId, operator: input.operator });
  if (facts === undefined)
    return rejected(
      "UNKNOWN_TASK",
      "The task is not known here (yet). The indexer may lag behind the chain.",
      true,
    );
  const responseHash = keccak256(input.response);
  const known = stored.some((row) => row.response_hash === responseHash && row.signature === input.signature);
  if (known) return answer(stored, responseHash, true);
  // Two different ones prove the equivocation; more would only fill the table.
  if (stored.length > 1) return equivocation(stored, stored[1]);
  const refusal = await judge(context, input, facts);
  if (refusal) return refusal;
  const after = await context.responses.store({
    task_id: taskId,
    operator: input.operator,
    response_hash: responseHash,
    response: input.response,
    signature: input.signature,
    reference_block: facts.reference_block,
  });
  return answer(after.stored, responseHash, !after.isNew);
}

async function judge(
  context: Context,
  input: SubmitResponseInput,
  facts: SubmissionFacts,
): Promise<SubmissionResult | undefined> {
  const closed = facts.status !== "OPEN" || context.position.indexed.timestamp > facts.deadline;
  if (closed) return rejected("TASK_CLOSED", "The task takes no more responses.");
  if (facts.bls_key === null)
    return rejected(
      "NOT_ASSIGNED",
      "The operator had no weight in the network at the task's reference block.",
    );
  const digest = responseDigest({
    chainId: context.deployment.chainId,
    taskManager: context.deployment.contracts.taskManager,
    taskId: input.taskId,
    referenceBlock: facts.reference_block,
    response: input.response,
  });
  const valid =
    size(input.signature) === signatureBytes &&
    (await context.verifier.verify({ digest, signature: input.signature, blsKey: facts.bls_key }));
  if (!valid)
    return rejected(
      "INVALID_SIGNATURE",
      "The signature is not the operator's over this response to this task.",
    );
  return undefined;
}

function answer(stored: readonly StoredResponse[], responseHash: Hex, duplicate: boolean): SubmissionResult {
  const own = stored.find((row) => row.response_hash === responseHash);
  if (own === undefined) throw new Error("A stored response cannot be read back.");
  if (stored.length === 1) return { __typename: "ResponseAccepted", ...keyOf(own), duplicate };
  return equivocation(stored, own);
}

/** The response that came first beside another, `shown` if that is another. */
function equivocation(
  stored: readonly StoredResponse[],
  shown: StoredResponse | undefined,
): SubmissionResult {
  const [first, other] = stored;
  const second = shown === first ? other : shown;
  if (first === undefined || second === undefined) throw new Error("An equivocation needs two responses.");
  return {
    __typename: "EquivocationRecorded",
    ...keyOf(first),
    second_hash: second.response_hash,
    message: "The operator has signed different responses to this task. Both are kept as evidence.",
  };
}

const keyOf = ({ task_id, operator, response_hash }: StoredResponse) => ({
  task_id,
  operator,
  response_hash,
});

function rejected(reason: RejectionReason, message: string, retryable = false): SubmissionResult {
  return { __typename: "ResponseRejected", reason, message, retryable };
}
