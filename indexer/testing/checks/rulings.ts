import { parseEventLogs } from "viem";
import { type Check, eventsOf, lower } from "./comparison.ts";

const verdicts = ["UNDECIDED", "RIGHT", "WRONG"];

/** What contracts that registered as networks ruled: the first word of each on each response. */
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
    const key = `${lower(address)}:${args.taskId}:${args.responseHash}`;
    const isRuling = args.verdict === 1 || args.verdict === 2;
    // Postgres holds no NUL.
    const reason = args.reason.replaceAll("\0", "");
    if (isRuling && !first.has(key)) first.set(key, [key, verdicts[args.verdict], reason]);
  }
  const ours = await db
    .selectFrom("indexer.ruling as ruling")
    .innerJoin("indexer.task as task", (join) =>
      join.onRef("task.id", "=", "ruling.task_id").onRef("task.response_hash", "=", "ruling.response_hash"),
    )
    .select(["ruling.task_id", "ruling.verdict", "task.response"])
    .where("ruling.network", "=", arbitrated.address)
    .execute();
  const views = ours.map(async (row): Promise<string | undefined> => {
    // It compares the response's own hash, so that the bytes must be those that were answered.
    const args = [row.task_id, "0x", row.response ?? "0x"] as const;
    return verdicts[await client.readContract({ ...arbitrated, functionName: "verify", args, blockNumber })];
  });
  return [
    {
      what: "rulings",
      rows: rows
        .map((row) => [`${row.network}:${row.task_id}:${row.response_hash}`, row.verdict, row.reason])
        .sort(),
      chain: [...first.values()].sort(),
    },
    {
      what: "rulings of our own network",
      rows: ours.map((row) => row.verdict),
      chain: await Promise.all(views),
    },
  ];
};
