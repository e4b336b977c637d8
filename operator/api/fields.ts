import type { Hex } from "viem";
import { z } from "zod";

const hex = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .transform((value) => value.toLowerCase() as Hex);

export const addressField = hex(/^0x[0-9a-fA-F]{40}$/);
export const taskIdField = hex(/^0x[0-9a-fA-F]{64}$/);
export const bytesField = hex(/^0x([0-9a-fA-F]{2})*$/);

/** A block number: fits the contract's uint64. */
export const blockField = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform((value) => BigInt(value))
  .refine((value) => value < 1n << 64n);
