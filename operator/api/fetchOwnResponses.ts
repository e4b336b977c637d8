import type { Hex } from "viem";
import { z } from "zod";
import {
  addressField,
  blockField,
  hashField,
  responseField,
  signatureField,
} from "../../lib/protocol/fields.ts";
import { ownResponsesDocument } from "./operations.gen.ts";
import { ApiError } from "./postGraphql.ts";
import { readPages } from "./readPages.ts";

/** A page holds every operator's response to its tasks, so it has few. */
const pages = { size: 5, most: 20 };
/** An operator has one response to a task; more than these would only cost time to verify. */
const mostOfTask = 2;

const taskSchema = z.object({
  taskId: hashField,
  referenceBlock: blockField,
  signedResponses: z
    .array(
      z.object({
        operator: z.object({ address: addressField }),
        response: responseField,
        signature: signatureField,
      }),
    )
    .max(10_000),
});

/** A response that somebody says this operator signed. */
export type OwnResponse = {
  readonly taskId: Hex;
  readonly referenceBlock: bigint;
  readonly response: Hex;
  readonly signature: Hex;
};

/**
 * What the API has of this operator's signed responses to open tasks. Nothing of it is believed before the signature was
 * verified.
 *
 * @throws {ApiError} when the answer cannot be used.
 */
export async function fetchOwnResponses(
  url: string,
  operator: Hex,
  signal: AbortSignal,
): Promise<OwnResponse[]> {
  const found: OwnResponse[] = [];
  for await (const node of readPages(url, ownResponsesDocument, operator, pages, signal))
    found.push(...ownOf(node, operator));
  return found;
}

function ownOf(node: unknown, operator: Hex): OwnResponse[] {
  const task = taskSchema.safeParse(node);
  if (!task.success) throw new ApiError("The API showed a task that is none.");
  const { taskId, referenceBlock, signedResponses } = task.data;
  return signedResponses
    .filter(({ operator: { address } }) => address === operator)
    .slice(0, mostOfTask)
    .map(({ response, signature }) => ({ taskId, referenceBlock, response, signature }));
}
