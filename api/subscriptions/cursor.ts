import { createHash } from "node:crypto";
import { badInput } from "../errors.ts";
import type { LogItem, Place } from "./LogItem.ts";

/**
 * A place in a topic's log, and what it stands on: a digest over the items after the block `base` up to the place. If the same
 * items give another digest later, the chain has taken back something that the cursor's owner was told.
 */
export type LogCursor = Place & {
  readonly base: bigint;
  /** The newest final block when the cursor was made: nothing up to it can have been taken back. */
  readonly final: bigint;
  readonly digest: string;
};

const longestCursor = 300;
const digits = /^\d{1,20}$/;

export function encodeLogCursor(topic: string, cursor: LogCursor): string {
  const { block, logIndex, base, final, digest } = cursor;
  return Buffer.from(JSON.stringify([topic, ...[block, logIndex, base, final].map(String), digest])).toString(
    "base64url",
  );
}

/** @throws {GraphQLError} BAD_USER_INPUT when this topic did not write it. */
export function decodeLogCursor(topic: string, text: string): LogCursor {
  const parts = decodeParts(topic, text);
  const [block = "", logIndex = "", base = "", final = "", digest = ""] = parts;
  const numbers = [block, logIndex, base, final];
  if (parts.length !== 5 || !numbers.every((number) => digits.test(number)) || BigInt(base) > BigInt(block))
    throw foreignCursor();
  return {
    ...{ block: BigInt(block), logIndex: Number(logIndex), base: BigInt(base), final: BigInt(final) },
    digest,
  };
}

/** The strings of a cursor after its topic's name. */
export function decodeParts(topic: string, text: string): string[] {
  if (text.length > longestCursor) throw foreignCursor();
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    throw foreignCursor();
  }
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === "string")) throw foreignCursor();
  const [name, ...rest] = parts as string[];
  if (name !== topic) throw foreignCursor();
  return rest;
}

export const foreignCursor = () => badInput("`after` is no cursor of this subscription.");

export const emptyDigest = "";

/** The digest that follows `digest` when `item` comes next. */
export function digestWith(digest: string, { block, logIndex, identity }: LogItem): string {
  return createHash("sha256")
    .update(`${digest} ${block} ${logIndex} ${identity}`)
    .digest("base64url")
    .slice(0, 22);
}
