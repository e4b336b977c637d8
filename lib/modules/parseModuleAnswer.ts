import { z } from "zod";
import { responseField as response } from "../protocol/fields.ts";

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
