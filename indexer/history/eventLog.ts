import type { Moment } from "../transitions/moment.ts";
import { lower } from "../transitions/moment.ts";

type Decoded = {
  readonly name: string;
  readonly args: unknown;
  readonly log: { readonly address: `0x${string}` };
};

/** The row of an event in the log of all events: decoded, in the chain's order, never changed. */
export function logEntry(contract: string, { name, args, log }: Decoded, at: Moment) {
  return {
    block: at.block,
    logIndex: at.logIndex,
    timestamp: at.timestamp,
    tx: at.tx,
    address: lower(log.address),
    contract,
    name,
    args: encodeArgs(args),
  };
}

/** JSON text: integers beyond 2^53 and all bigints as decimal strings, addresses and bytes in lowercase hex. */
export function encodeArgs(args: unknown): string {
  return JSON.stringify(args ?? {}, (_key, value: unknown) => {
    if (typeof value === "bigint") return value.toString();
    // Text is left as it is: only what is hex as a whole may be lowered.
    return typeof value === "string" && /^0x[0-9a-fA-F]*$/.test(value) ? value.toLowerCase() : value;
  });
}
