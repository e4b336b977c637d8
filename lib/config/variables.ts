import { z } from "zod";

/** Reusable schemas of single environment variables. Each refuses what it cannot use, with a sentence. */

const url = (protocols: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be a URL starting with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });

export const postgresUrl = url(["postgres:", "postgresql:"]);
export const httpUrl = url(["http:", "https:"]);
export const redisUrl = url(["redis:", "rediss:"]);

/** One or more RPC endpoints, separated by commas: `http://a,http://b`. */
export const rpcUrls = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()))
  .pipe(z.array(url(["http:", "https:"])).min(1));

/** A TCP port. */
export const port = z.coerce.number("must be a port number").int().min(1).max(65535);

/** A positive whole number of milliseconds. */
export const milliseconds = z.coerce.number("must be a number of milliseconds").int().positive();

/** A secp256k1 private key, 0x and 64 hex digits. The value is never printed. */
export const privateKey = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, "must be a private key: 0x and 64 hex digits")
  .transform((value) => value as `0x${string}`);

export const logLevel = z
  .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
  .default("info");

/** Path of the addresses file that the deployment wrote. */
export const addressesFile = z.string().default(".nektar/addresses.json");

/** `true` or `1`; off when it is not set. */
export const flag = z
  .enum(["true", "1", "false", "0"], "must be true or false")
  .default("false")
  .transform((value) => value === "true" || value === "1");

/** An amount in a token's smallest unit, in decimal digits. */
export const amount = z
  .string()
  .regex(/^\d{1,78}$/, "must be a whole number of the token's smallest unit")
  .transform(BigInt);
