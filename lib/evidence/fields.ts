import type { Address, Hex } from "viem";
import { z } from "zod";

/** Fields of bundles: each has one spelling, so that a bundle has one hash. */

export const hex = (bytes?: number) =>
  z.custom<Hex>(
    (value) =>
      typeof value === "string" &&
      /^0x([0-9a-f]{2})*$/.test(value) &&
      (!bytes || value.length === 2 + 2 * bytes),
    bytes ? `must be ${bytes} bytes in lowercase hex` : "must be bytes in lowercase hex",
  );
export const address = hex(20) as z.ZodType<Address>;
export const hash = hex(32);
export const integer = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/, "must be an integer in decimal digits, as a string")
  .transform(BigInt);
