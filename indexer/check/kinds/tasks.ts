import { sql } from "kysely";
import { type Address, keccak256, zeroHash } from "viem";
import type {
  ChallengeRow,
  ChallengeVersionRow,
  ParticipationRow,
  TaskRow,
} from "../../../lib/database/indexerTables.ts";
import { nonSignersHash } from "../../../lib/protocol/nonSignersHash.ts";
import { taskStatus } from "../../../lib/protocol/taskStatus.ts";
import { versionsAt } from "../asOf.ts";
import { kind } from "../kind.ts";

/** Names as rows have them, by number; outcomes are `IChallengeManager.Outcome`. */
const statuses = Object.keys(taskStatus).map((name) => name.toUpperCase());
const outcomes = ["PENDING", "UPHELD", "FAILED", "DISMISSED"];

type TaskAt = TaskRow & { status_then: string; non_signers: Address[] | null };

/** A task's status follows from the blocks of its steps and from its challenges; a response stays when it is rejected. */
export const tasks = kind<TaskAt>({
  name: "tasks",
  key: ["id"],
  rowsAt: ({ block }) => sql`
    select task.*,
      case when closed_block <= ${block} then status
        when exists (select from indexer.challenge where task_id = task.id and created_block <= ${block}
          and (resolved_block > ${block} or resolved_block is null)) then 'CHALLENGED'
        when responded_block <= ${block} then 'RESPONDED'
        else 'OPEN' end as status_then,
      (select array_agg(operator order by operator) from indexer.participation
        where task_id = task.id and signed = false) as non_signers
    from indexer.task where created_block <= ${block}`,
  factsOf: (row, { block }) => {
    const isResponded = row.responded_block !== null && row.responded_block <= block;
    return {
      network: row.network,
      creator: row.creator,
      referenceBlock: row.reference_block,
      deadline: row.deadline,
      quorumBps: row.quorum_bps,
      payloadHash: keccak256(row.payload),
      status: row.status_then,
      challengeDeadline: isResponded ? row.challenge_deadline : 0n,
      responseHash: isResponded ? row.response_hash : zeroHash,
      nonSignersHash: isResponded ? nonSignersHash(row.non_signers ?? []) : zeroHash,
      totalWeight: row.total_weight,
    };
  },
  factsOnChain: async ({ id, network, reference_block }, { taskManager, stakeRegistry }, at) => {
    const { challengeWindow: _, parametersVersion: __, ...task } = await taskManager.read.taskOf([id], at);
    const totalWeight = await stakeRegistry.read.totalWeightAt([network, reference_block], at);
    return { ...task, status: statuses[task.status], totalWeight };
  },
});

export const participations = kind<ParticipationRow & Pick<TaskRow, "reference_block">>({
  name: "assigned operators",
  key: ["task_id", "operator"],
  rowsAt: ({ block }) =>
    sql`select part.*, reference_block from indexer.participation as part
      join indexer.task on task.id = part.task_id where created_block <= ${block}`,
  factsOf: (row) => ({ weight: row.weight }),
  factsOnChain: async ({ network, operator, reference_block }, { stakeRegistry }, at) => ({
    weight: await stakeRegistry.read.weightAt([network, operator, reference_block], at),
  }),
});

export const challenges = kind<ChallengeVersionRow & Omit<ChallengeRow, keyof ChallengeVersionRow>>({
  name: "challenges",
  key: ["id"],
  rowsAt: (point) =>
    sql`select version.*, task_id, challenger, bond_token, bond, resolve_by
      from (${versionsAt("challenge", point)}) as version join indexer.challenge using (id)`,
  factsOf: (row) => ({
    taskId: row.task_id,
    challenger: row.challenger,
    resolveBy: row.resolve_by,
    outcome: row.outcome,
    bondToken: row.bond_token,
    bond: row.bond,
    heldBond: row.bond_held,
  }),
  factsOnChain: async ({ id }, { challengeManager }, at) => {
    const challenge = await challengeManager.read.challengeOf([id], at);
    const heldBond = await challengeManager.read.heldBondOf([id], at);
    return { ...challenge, outcome: outcomes[challenge.outcome], heldBond };
  },
});
