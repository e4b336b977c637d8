import type { Hex } from "viem";
import { z } from "zod";
import { addressField, responseField, signatureField } from "../../lib/protocol/fields.ts";
import { signedTaskDocument } from "./operations.gen.ts";
import { ApiError, postGraphql } from "./postGraphql.ts";

const operator = z.object({ address: addressField }).transform(({ address }) => address);
const mostOperators = 10_000;
const taskSchema = z.object({
  task: z
    .object({
      participants: z.array(z.object({ operator })).max(mostOperators),
      signedResponses: z
        .array(z.object({ operator, response: responseField, signature: signatureField }))
        .max(mostOperators),
    })
    .nullable(),
});

export type SignedTask = NonNullable<z.infer<typeof taskSchema>["task"]>;

/** Who was asked for a task and what was signed, as the API says; nothing of it is believed. @throws {ApiError} */
export async function fetchSignedTask(url: string, taskId: Hex, signal: AbortSignal): Promise<SignedTask> {
  const { task } = await postGraphql(url, signedTaskDocument, { taskId }, taskSchema, signal);
  if (task === null) throw new ApiError("The API does not know the task.");
  return task;
}
