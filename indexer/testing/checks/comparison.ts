import { type Abi, type ContractEventName, type Hex, parseEventLogs } from "viem";
import type { Database } from "../../../lib/database/createDatabase.ts";
import type { Protocol } from "../protocol.ts";

/** What the rows say, and what the contracts say at the same block. They must be equal. */
export type Comparison = { readonly what: string; readonly rows: unknown; readonly chain: unknown };
export type Check = (db: Database, protocol: Protocol, blockNumber: bigint) => Promise<Comparison[]>;

/** `INetworkRegistry.SlashSink`, by number. */
export const sinks = ["BURN", "REWARD_POT", "RECIPIENT"] as const;

/** The address as rows hold it. */
export const lower = (address: Hex): Hex => address.toLowerCase() as Hex;

/** Every event of one name that a contract has emitted, in order. */
export async function eventsOf<const Contract extends Abi, Name extends ContractEventName<Contract>>(
  { client }: Protocol,
  contract: { readonly address: Hex; readonly abi: Contract },
  eventName: Name,
) {
  const logs = await client.getLogs({ address: contract.address, fromBlock: 0n, toBlock: "latest" });
  return parseEventLogs({ abi: contract.abi as Contract, eventName, logs });
}

/** Of rows that are steps in time, the last of each block: what stood at the block's end. */
export function lastOfBlock<Row extends { block: bigint; log_index: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const last = new Map<string, Row>();
  for (const row of [...rows].sort((a, b) => a.log_index - b.log_index)) {
    last.set(`${keyOf(row)}:${row.block}`, row);
  }
  return [...last.values()];
}
