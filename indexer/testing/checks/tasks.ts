import { encodePacked, keccak256, zeroHash } from "viem";
import { type Check, eventsOf, lower } from "./comparison.ts";

const statuses = ["UNKNOWN", "OPEN", "RESPONDED", "FINAL", "EXPIRED", "CHALLENGED", "REJECTED"];

/** Tasks, who was assigned, who signed, and the counters that follow. */
export const checkTasks: Check = async (db, protocol, blockNumber) => {
  const { client, taskManager, stakeRegistry, operators } = protocol;
  const tasks = await db
    .selectFrom("indexer.task")
    .selectAll()
    .orderBy("created_block")
    .orderBy("id")
    .execute();
  const parts = await db.selectFrom("indexer.participation").selectAll().execute();
  const members = await db.selectFrom("indexer.network_operator").selectAll().execute();
  const created = await eventsOf(protocol, taskManager, "TaskCreated");
  const responses = await eventsOf(protocol, taskManager, "TaskResponded");
  const responseOf = (id: string) => responses.find((event) => event.args.taskId === id)?.args;

  const assigned = tasks.flatMap((task) =>
    operators.map(async (operator) => {
      const { network } = task;
      const args = [network, operator, task.reference_block] as const;
      const weight = await client.readContract({
        ...stakeRegistry,
        functionName: "weightAt",
        args,
        blockNumber,
      });
      const response = responseOf(task.id);
      const signed = response ? !response.nonSigners.map(lower).includes(operator) : null;
      return { task_id: task.id, operator, network, weight, signed };
    }),
  );
  const byKey = (a: { task_id: string; operator: string }, b: { task_id: string; operator: string }) =>
    `${a.task_id}${a.operator}` < `${b.task_id}${b.operator}` ? -1 : 1;
  const expectedParts = (await Promise.all(assigned)).filter(({ weight }) => weight > 0n).sort(byKey);

  /** As the task keeps it: who of the assigned did not sign, ascending. */
  const nonSignersHash = (id: string) => {
    const missing = parts.filter((part) => part.task_id === id && part.signed === false);
    if (missing.length === 0) return zeroHash;
    return keccak256(encodePacked(["address[]"], [missing.map((part) => part.operator).sort()]));
  };

  return [
    { what: "number of tasks", rows: tasks.length, chain: created.length },
    {
      what: "tasks",
      rows: tasks.map((row) => ({
        network: row.network,
        creator: row.creator,
        referenceBlock: row.reference_block,
        deadline: row.deadline,
        challengeDeadline: row.challenge_deadline ?? 0n,
        quorumBps: row.quorum_bps,
        status: row.status,
        payloadHash: keccak256(row.payload),
        responseHash: row.response_hash ?? zeroHash,
        nonSignersHash: nonSignersHash(row.id),
        totalWeight: row.total_weight,
        signedWeight: row.signed_weight ?? undefined,
      })),
      chain: await Promise.all(
        tasks.map(async ({ id, network, reference_block }) => {
          const task = await client.readContract({
            ...taskManager,
            functionName: "taskOf",
            args: [id],
            blockNumber,
          });
          const { challengeWindow: _, parametersVersion: __, ...rest } = task;
          const totalWeight = await client.readContract({
            ...stakeRegistry,
            functionName: "totalWeightAt",
            args: [network, reference_block],
            blockNumber,
          });
          return {
            ...rest,
            network: lower(task.network),
            creator: lower(task.creator),
            status: statuses[task.status],
            totalWeight,
            signedWeight: responseOf(id)?.signedWeight,
          };
        }),
      ),
    },
    { what: "participations", rows: [...parts].sort(byKey), chain: expectedParts },
    {
      what: "counters of members",
      rows: members.map((row) => [row.network, row.operator, row.assigned_tasks, row.signed_tasks]),
      chain: members.map(({ network, operator }) => {
        const closed = expectedParts.filter(
          (part) => part.network === network && part.operator === operator && part.signed !== null,
        );
        return [
          network,
          operator,
          BigInt(closed.length),
          BigInt(closed.filter((part) => part.signed).length),
        ];
      }),
    },
  ];
};
