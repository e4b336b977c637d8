import { badInput } from "../errors.ts";

/** The types that have a global id. */
export const nodeTypes = [
  "Asset",
  "Operator",
  "Network",
  "Delegation",
  "Withdrawal",
  "Task",
  "Challenge",
  "Slash",
  "RewardEpoch",
] as const;
export type NodeType = (typeof nodeTypes)[number];

/** What tells an object from others of its type: address, id, epoch, or several joined by a hyphen. */
const keyPatterns: Readonly<Record<NodeType, RegExp>> = {
  Asset: /^0x[0-9a-f]{40}$/,
  Operator: /^0x[0-9a-f]{40}$/,
  Network: /^0x[0-9a-f]{40}$/,
  Delegation: /^0x[0-9a-f]{40}-0x[0-9a-f]{40}-0x[0-9a-f]{40}$/,
  Withdrawal: /^0x[0-9a-f]{64}$/,
  Task: /^0x[0-9a-f]{64}$/,
  Challenge: /^0x[0-9a-f]{64}$/,
  Slash: /^0x[0-9a-f]{64}$/,
  RewardEpoch: /^(0|[1-9]\d{0,18})$/,
};

/** base64url of `Type:key`. */
export function globalId(type: NodeType, key: string): string {
  return Buffer.from(`${type}:${key}`).toString("base64url");
}

/**
 * Reads what `globalId` wrote.
 * @throws {GraphQLError} BAD_USER_INPUT for anything else.
 */
export function readGlobalId(id: string): { type: NodeType; key: string } {
  const text = id.length <= 300 ? Buffer.from(id, "base64url").toString("utf8") : "";
  const [typeName, key] = splitOnce(text);
  const type = nodeTypes.find((known) => known === typeName);
  if (type === undefined || !keyPatterns[type].test(key) || globalId(type, key) !== id)
    throw badInput("This is no id that this API gave out.");
  return { type, key };
}

function splitOnce(text: string): [string, string] {
  const colon = text.indexOf(":");
  return colon < 0 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
}
