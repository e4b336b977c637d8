import type { Hex } from "viem";
import { z } from "zod";

const hex = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .transform((value) => value.toLowerCase() as Hex);

export const addressField = hex(/^0x[0-9a-fA-F]{40}$/);
export const hashField = hex(/^0x[0-9a-fA-F]{64}$/);

/** `TaskManager.MAX_PAYLOAD_LENGTH`: no task has a longer payload. */
const longestPayloadBytes = 4096;
export const payloadField = z
  .string()
  .max(2 + 2 * longestPayloadBytes)
  .regex(/^0x([0-9a-fA-F]{2})*$/)
  .transform((value) => value.toLowerCase() as Hex);

/** `TaskManager.MAX_RESPONSE_LENGTH`: the chain takes no longer response. */
export const longestResponseBytes = 4096;
export const responseField = z
  .string()
  .max(2 + 2 * longestResponseBytes)
  .regex(/^0x([0-9a-fA-F]{2})*$/)
  .transform((value) => value.toLowerCase() as Hex);

/** A signature of 96 bytes, compressed; whether it is a point is not looked at. */
export const signatureField = hex(/^0x[0-9a-fA-F]{192}$/);

/** An amount in a token's smallest unit. */
export const amountField = z
  .string()
  .regex(/^\d{1,78}$/)
  .transform((value) => BigInt(value));

/** A block number, or an epoch: fits the contract's uint64. */
export const blockField = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform((value) => BigInt(value))
  .refine((value) => value < 1n << 64n);
