import type { Hex } from "viem";
import type { event } from "../ponder.schema.ts";
import { lower, type Moment } from "../transitions/moment.ts";

type EventRow = typeof event.$inferInsert;

/** What the log of events keeps of one: decoded, at its place in the chain's order. `handled` is `Contract:Event`. */
export function logEntry(handled: string, address: Hex, args: unknown, at: Moment): EventRow {
  const [contract = "", name = ""] = handled.split(":");
  return {
    block: at.block,
    logIndex: at.logIndex,
    timestamp: at.timestamp,
    tx: at.tx,
    address: lower(address),
    contract,
    name,
    args: encodeArgs(args),
  };
}

/**
 * An event's arguments as JSON text, by name and in the ABI's order: integers above 48 bits as decimal strings (as viem decodes
 * them: bigint), addresses and bytes in lowercase hex. Control characters are escaped, since Postgres holds no NUL.
 */
export function encodeArgs(args: unknown): string {
  return JSON.stringify(args ?? {}, (_name, value: unknown) => {
    if (typeof value === "bigint") return value.toString();
    // Text is left as it is: only what is hex as a whole is lowered.
    return typeof value === "string" && /^0x[0-9a-fA-F]*$/.test(value) ? value.toLowerCase() : value;
  });
}
