import type { Hex } from "viem";
import { z } from "zod";

export type TaskPayload = { readonly taskId: Hex };

/** So many bytes as lowercase hex: ids and addresses, as rows have them. */
export const hexOf = <Type extends Hex>(bytes: number) =>
  z.custom<Type>(
    (value) => typeof value === "string" && new RegExp(`^0x[0-9a-f]{${2 * bytes}}$`).test(value),
  );

/** The payload of jobs that do something with one task. */
export const taskPayload = z.object({ taskId: hexOf<Hex>(32) }) satisfies z.ZodType<TaskPayload>;
