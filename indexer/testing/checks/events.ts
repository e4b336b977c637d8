import { parseEventLogs } from "viem";
import { type Check, lower } from "./comparison.ts";

/** The log of events beside the logs of our own contracts, every one of them, decoded by viem. */
export const checkEvents: Check = async (db, protocol, blockNumber) => {
  const contracts = [
    ...[protocol.accessManager, protocol.operatorRegistry, protocol.networkRegistry],
    ...[protocol.delegationManager, protocol.allocationManager, protocol.stakeRegistry],
    ...[protocol.taskManager, protocol.challengeManager, protocol.slashingManager],
    ...[protocol.rewardsCoordinator, protocol.arbitrated],
  ];
  const rows = await db.selectFrom("indexer.event").selectAll().execute();
  const comparisons = contracts.map(async ({ address, abi }) => {
    const range = { fromBlock: 0n, toBlock: blockNumber };
    const logs = await protocol.client.getLogs({ address, ...range });
    return {
      what: `events of ${address}`,
      rows: rows
        .filter((row) => row.address === lower(address))
        .sort((a, b) => Number(a.block - b.block) || a.log_index - b.log_index)
        .map((row) => [row.block, row.log_index, row.tx, row.name, JSON.parse(row.args)]),
      chain: parseEventLogs({ abi: [...abi], logs }).map((log) => [
        ...[log.blockNumber, log.logIndex, log.transactionHash, log.eventName],
        plain(log.args),
      ]),
    };
  });
  return Promise.all(comparisons);
};

/** As JSON holds it: integers as text, hex in lowercase. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string") return value.startsWith("0x") ? value.toLowerCase() : value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, plain(entry)]));
}
