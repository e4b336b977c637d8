import { zeroAddress } from "viem";
import { type Check, eventsOf, lower } from "./comparison.ts";

const groups = ["REGISTRATION", "DEPOSITS", "WITHDRAWALS", "TASKS", "SLASHING", "CLAIMS"];

/** What is paused, and who set it last. */
export const checkPauses: Check = async (db, protocol, blockNumber) => {
  const { client, accessManager } = protocol;
  const rows = await db.selectFrom("indexer.pause").selectAll().execute();
  const set = await eventsOf(protocol, accessManager, "PauseSet");
  const rowOf = (group: string) => rows.find((row) => row.group === group);
  return [
    {
      what: "pauses",
      rows: groups.map((group) => {
        const row = rowOf(group);
        return [row?.paused ?? false, row?.account ?? zeroAddress, row?.created_tx];
      }),
      chain: await Promise.all(
        groups.map(async (_, group) => {
          const args = [group] as const;
          const last = set.findLast((event) => event.args.group === group);
          return [
            await client.readContract({ ...accessManager, functionName: "isPaused", args, blockNumber }),
            lower(last?.args.account ?? zeroAddress),
            last?.transactionHash,
          ];
        }),
      ),
    },
  ];
};
