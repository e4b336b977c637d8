import type { Hex } from "viem";
import { z } from "zod";

/** `TaskManager.MAX_RESPONSE_LENGTH`: the chain takes no longer response. */
const longestResponseBytes = 4096;
const response = z
  .string()
  .max(2 + 2 * longestResponseBytes)
  .regex(/^0x([0-9a-fA-F]{2})*$/)
  .transform((value) => value.toLowerCase() as Hex);

const answerSchema = z.union([
  z.object({ id: z.number().int(), response }),
  z.object({ id: z.number().int(), error: z.string().transform((text) => text.slice(0, 200)) }),
]);

export type ModuleAnswer = z.infer<typeof answerSchema>;

/** Reads a line that a module wrote; undefined when it is no answer. */
export function parseModuleAnswer(line: string): ModuleAnswer | undefined {
  try {
    return answerSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
