import { parseEventLogs, zeroHash } from "viem";
import { type Check, eventsOf, lower } from "./comparison.ts";

const verdicts = ["UNDECIDED", "RIGHT", "WRONG"];

/** What contracts that registered as networks ruled: the first word of each on each task. */
export const checkRulings: Check = async (db, protocol, blockNumber) => {
  const { client, arbitrated, networkRegistry } = protocol;
  const rows = await db.selectFrom("indexer.ruling").selectAll().execute();
  const registered = await eventsOf(protocol, networkRegistry, "NetworkRegistered");
  const logs = await client.getLogs({
    address: registered.map(({ args }) => args.network),
    fromBlock: 0n,
    toBlock: "latest",
  });
  const first = new Map<string, readonly unknown[]>();
  for (const { address, args } of parseEventLogs({ abi: arbitrated.abi, eventName: "Ruled", logs })) {
    const key = `${lower(address)}:${args.taskId}`;
    const isRuling = args.verdict === 1 || args.verdict === 2;
    // Postgres holds no NUL.
    const reason = args.reason.replaceAll("\0", "");
    if (isRuling && !first.has(key)) first.set(key, [key, verdicts[args.verdict], reason]);
  }
  const ours = rows.filter((row) => row.network === arbitrated.address);
  const views = ours.map(async (row): Promise<string | undefined> => {
    const args = [row.task_id, "0x", zeroHash] as const;
    return verdicts[await client.readContract({ ...arbitrated, functionName: "verify", args, blockNumber })];
  });
  return [
    {
      what: "rulings",
      rows: rows.map((row) => [`${row.network}:${row.task_id}`, row.verdict, row.reason]).sort(),
      chain: [...first.values()].sort(),
    },
    {
      what: "rulings of our own network",
      rows: ours.map((row) => row.verdict),
      chain: await Promise.all(views),
    },
  ];
};
