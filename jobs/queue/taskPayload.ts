import type { Hex } from "viem";
import { z } from "zod";

export type TaskPayload = { readonly taskId: Hex };

/** The payload of jobs that do something with one task. */
export const taskPayload = z.object({
  taskId: z.custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-f]{64}$/.test(value)),
}) satisfies z.ZodType<TaskPayload>;
