import type { Hex } from "viem";
import { z } from "zod";
import { submitResponseDocument } from "./operations.gen.ts";
import { postGraphql } from "./postGraphql.ts";

const message = z.string().transform((text) => text.slice(0, 300));

const resultSchema = z.object({
  submitResponse: z.discriminatedUnion("__typename", [
    z.object({ __typename: z.literal("ResponseAccepted"), duplicate: z.boolean() }),
    z.object({
      __typename: z.literal("ResponseRejected"),
      reason: z.enum([
        "UNKNOWN_TASK",
        "TASK_CLOSED",
        "NOT_ASSIGNED",
        "INVALID_SIGNATURE",
        "RESPONSE_TOO_LONG",
      ]),
      message,
      retryable: z.boolean(),
    }),
    z.object({ __typename: z.literal("EquivocationRecorded"), message }),
  ]),
});

export type SubmitResult = z.infer<typeof resultSchema>["submitResponse"];

export type SignedSubmission = {
  readonly taskId: Hex;
  readonly operator: Hex;
  readonly response: Hex;
  /** 96 bytes, compressed. */
  readonly signature: Hex;
};

/**
 * Hands a signed response to one API.
 *
 * @throws {ApiError} when the answer cannot be used; whether the response arrived is then unknown, so send it again.
 */
export async function submitResponse(
  url: string,
  input: SignedSubmission,
  signal: AbortSignal,
): Promise<SubmitResult> {
  const answer = await postGraphql(url, submitResponseDocument, { input }, resultSchema, signal);
  return answer.submitResponse;
}
