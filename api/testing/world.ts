import type { Address, Hex } from "viem";
import type {
  NetworkOperatorRow,
  ParticipationRow,
  RewardRootRow,
  TaskRow,
} from "../../lib/database/indexerTables.ts";
import { buildRewardTree, type RewardLeaf } from "../../lib/merkle/rewardTree.ts";
import { addressOf, hashOf } from "./identities.ts";

/**
 * A small world: two assets, four operators, two networks, 25 tasks and six epochs. The indexed block lies in epoch 5,
 * the finalised one in epoch 4.
 */
export const genesis = 1_700_000_000n;
export const indexed = { number: 560n, timestamp: genesis + 5_600n };
export const finalised = { number: 410n, timestamp: genesis + 4_100n };

export const assets = [addressOf("asset one"), addressOf("asset two")] as const;
export const operators = [
  addressOf("operator one"),
  addressOf("operator two"),
  addressOf("operator three"),
  addressOf("operator four"),
] as const;
export const networks = [addressOf("network one"), addressOf("network two")] as const;
export const delegators = [addressOf("delegator one"), addressOf("delegator two")] as const;
export const token = addressOf("reward token");
export const taskCount = 25;
export const unit = 10n ** 18n;

/** Blocks come every ten seconds. */
export const origin = (block: bigint) => ({
  created_block: block,
  created_at: genesis + block * 10n,
  created_tx: hashOf(`transaction ${block}`),
});
/** Of a row that is as it was first written. */
export const since = (from: { created_block: bigint; created_at: bigint }) => ({
  since_block: from.created_block,
  since_timestamp: from.created_at,
});

/** Operators weigh 400, 300, 200 and 100; the last one is no member of the first network. */
export const weightOf = (operator: Address): bigint => BigInt(400 - 100 * operators.indexOf(operator)) * unit;
export const taskId = (number: number): Hex => hashOf(`task ${number}`);

/** The tasks whose response waits for a decision, and was found wrong. */
export const challengedTask = 18;
export const rejectedTask = 17;
/** Another network ruled on it, and on the rejected one, though neither is its own. */
export const finalTask = 5;

/** Three tasks a block; the newest five are open, two of the rest expired, the others final, responded or challenged. */
export function taskRow(number: number): TaskRow {
  const block = 500n + BigInt(Math.floor(number / 3));
  const base = {
    id: taskId(number),
    network: networks[0],
    creator: addressOf("creator"),
    payload: `0x${number.toString(16).padStart(4, "0")}` as Hex,
    reference_block: block - 1n,
    deadline: genesis + block * 10n + 600n,
    quorum_bps: 6_600,
    fee_token: token,
    fee: 10n * unit,
    created_log_index: number % 3,
    total_weight: 900n * unit,
    ...origin(block),
  };
  if (number >= taskCount - 5) return { ...base, ...unanswered, status: "OPEN" };
  if (number < 2) return { ...base, ...unanswered, ...closed(block + 70n), status: "EXPIRED" };
  const response = { ...base, ...answered(number, block + 1n) };
  if (number < 10) return { ...response, ...closed(block + 20n), status: "FINAL" };
  if (number === rejectedTask) return { ...response, ...closed(block + 5n), status: "REJECTED" };
  return { ...response, ...notClosed, status: number === challengedTask ? "CHALLENGED" : "RESPONDED" };
}

const notClosed = { closed_block: null, closed_at: null, closed_tx: null };
const closed = (block: bigint) => ({
  closed_block: block,
  closed_at: genesis + block * 10n,
  closed_tx: hashOf(`transaction ${block}`),
});
const unanswered = {
  response: null,
  response_hash: null,
  signed_weight: null,
  aggregator: null,
  challenge_deadline: null,
  responded_block: null,
  responded_at: null,
  responded_tx: null,
  ...notClosed,
};
const answered = (number: number, block: bigint) => ({
  response: `0x${number.toString(16).padStart(8, "0")}` as Hex,
  response_hash: hashOf(`response ${number}`),
  signed_weight: 700n * unit,
  aggregator: addressOf("aggregator"),
  challenge_deadline: genesis + block * 10n + 100n,
  responded_block: block,
  responded_at: genesis + block * 10n,
  responded_tx: hashOf(`transaction ${block}`),
});

/** The first three operators are assigned every task; the third never signs. */
export function participationRows(task: TaskRow): ParticipationRow[] {
  return operators.slice(0, 3).map((operator, index) => ({
    task_id: task.id,
    operator,
    network: task.network,
    weight: weightOf(operator),
    signed: task.responded_block === null ? null : index < 2,
  }));
}

export function membershipRow(network: Address, operator: Address): NetworkOperatorRow {
  return {
    network,
    operator,
    opted_in: true,
    slashable_until: null,
    weight: weightOf(operator),
    weight_block: 20n,
    weight_before: 0n,
    assigned_tasks: 18n,
    signed_tasks: operator === operators[2] ? 0n : 18n,
    ...origin(20n),
    ...since(origin(20n)),
  };
}

/** Cumulative amounts grow by the same sum each epoch. */
export function leavesOf(epoch: bigint): RewardLeaf[] {
  return delegators.map((earner, index) => ({
    earner,
    token,
    cumulative: (epoch + 1n) * BigInt(index + 1) * unit,
  }));
}

export const rootOf = (epoch: bigint): Hex => buildRewardTree(leavesOf(epoch)).root;

export function rootRow(epoch: bigint, activatesAt: bigint, root: Hex = rootOf(epoch)): RewardRootRow {
  return {
    id: `${epoch}:${100n * (epoch + 1n)}:0`,
    epoch,
    root,
    bundle_hash: hashOf(`bundle ${epoch}`),
    total: leavesOf(epoch).reduce((sum, { cumulative }) => sum + cumulative, 0n),
    activates_at: activatesAt,
    disabled: false,
    disabled_block: null,
    disabled_at: null,
    disabled_tx: null,
    ...origin(100n * (epoch + 1n)),
  };
}
