import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/** Whom a key was given to, and the rate that it allows. The key itself is nowhere. */
export type ApiKey = { readonly name: string; readonly perSecond: number };
/** By the SHA-256 of the key, in hex. */
export type ApiKeys = ReadonlyMap<string, ApiKey>;

const file = z.array(
  z.strictObject({
    name: z.string().min(1).max(64),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hex digits in lowercase"),
    perSecond: z.number().positive(),
  }),
);

/** @throws {ConfigError} naming the file, when it is not a JSON list of `{name, sha256, perSecond}`. */
export function readApiKeys(path: string): ApiKeys {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new ConfigError(`The file of API_KEYS_FILE cannot be read as JSON: ${path}`, { path }, { cause });
  }
  const parsed = file.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${path} (API_KEYS_FILE): ${issue?.path.join(".")} ${issue?.message}`, { path });
  }
  return new Map(parsed.data.map(({ sha256, name, perSecond }) => [sha256, { name, perSecond }]));
}

/** The key that a request bears in `x-api-key` or as a bearer token. */
export function givenKey({ headers }: Pick<IncomingMessage, "headers">): string | undefined {
  const { "x-api-key": given, authorization } = headers;
  if (given !== undefined) return Array.isArray(given) ? given[0] : given;
  return authorization === undefined ? undefined : /^Bearer (\S{1,200})$/i.exec(authorization)?.[1];
}

export function findKey(keys: ApiKeys, key: string): ApiKey | undefined {
  return keys.get(hash("sha256", key.slice(0, 200), "hex"));
}
