import type { Hex } from "viem";
import { type Check, eventsOf, lower } from "./comparison.ts";

const outcomes = ["PENDING", "UPHELD", "FAILED", "DISMISSED"];

/** Challenges and their outcomes. */
export const checkChallenges: Check = async (db, protocol, blockNumber) => {
  const { client, challengeManager, taskManager } = protocol;
  const rows = await db.selectFrom("indexer.challenge").selectAll().execute();
  const raised = await eventsOf(protocol, challengeManager, "ChallengeRaised");
  const resolved = await eventsOf(protocol, challengeManager, "ChallengeResolved");
  const read = async (id: Hex) => {
    const one = await client.readContract({
      ...challengeManager,
      functionName: "challengeOf",
      args: [id],
      blockNumber,
    });
    const held = { functionName: "heldBondOf", args: [id], blockNumber } as const;
    const args = [one.taskId] as const;
    const task = await client.readContract({ ...taskManager, functionName: "taskOf", args, blockNumber });
    return {
      ...one,
      challenger: lower(one.challenger),
      bondToken: lower(one.bondToken),
      outcome: outcomes[one.outcome],
      network: lower(task.network),
      returned: resolved.find((event) => event.args.challengeId === id)?.args.bondReturned ?? null,
      held: await client.readContract({ ...challengeManager, ...held }),
    };
  };
  return [
    { what: "number of challenges", rows: rows.length, chain: raised.length },
    {
      what: "challenges",
      rows: rows.map((row) => ({
        taskId: row.task_id,
        network: row.network,
        challenger: row.challenger,
        resolveBy: row.resolve_by,
        outcome: row.outcome,
        bondToken: row.bond_token,
        bond: row.bond,
        returned: row.bond_returned,
        held: row.bond_held,
      })),
      chain: await Promise.all(rows.map(({ id }) => read(id))),
    },
    {
      what: "when challenges were resolved",
      rows: rows.flatMap((row) => (row.resolved_tx ? [[row.id, row.resolved_tx]] : [])).sort(),
      chain: resolved.map(({ args, transactionHash }) => [args.challengeId, transactionHash]).sort(),
    },
  ];
};
