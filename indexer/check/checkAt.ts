import type { PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { readProgress } from "../../lib/database/checkpoint.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import { ConfigError, RetryableError } from "../../lib/errors/NektarError.ts";
import { epochAt } from "../../lib/protocol/epochs.ts";
import { compareKind, type Difference } from "./compareKind.ts";
import { type AnyKind, openContracts, type Point } from "./kind.ts";
import {
  acceptedAssets,
  aggregateKeys,
  memberships,
  networks,
  parameters,
  weights,
} from "./kinds/networks.ts";
import { commissions, operators } from "./kinds/operators.ts";
import { claimers, claims, roots } from "./kinds/rewards.ts";
import { allocations, delegations, magnitudes, pools, withdrawals } from "./kinds/stake.ts";
import { challenges, participations, tasks } from "./kinds/tasks.ts";

const kinds: readonly AnyKind[] = [
  ...[operators, commissions],
  ...[networks, parameters, acceptedAssets, memberships, weights, aggregateKeys],
  ...[pools, magnitudes, allocations, delegations, withdrawals],
  ...[tasks, participations, challenges],
  ...[roots, claims, claimers],
];

export type Tools = { readonly db: Database; readonly chain: PublicClient; readonly deployment: Deployment };
/** How many rows of a kind were compared, and how many of them differ in how many facts. */
export type Tally = { readonly name: string; readonly compared: number; readonly differences: number };

/**
 * Compares rows as of the end of a block with what the contracts' views say there.
 *
 * @param block the newest final block when left out.
 * @param report is told of progress, page by page.
 * @throws {ConfigError} when the block is not indexed, lies before the contracts, or the node no longer has its state.
 */
export async function checkAt(
  tools: Tools,
  block: bigint | undefined,
  report: (tally: Tally, found: readonly Difference[]) => void,
): Promise<{ readonly point: Point; readonly tallies: readonly Tally[] }> {
  const { db, chain, deployment } = tools;
  const point = await pointOf(tools, block);
  const contracts = openContracts(chain, deployment);
  const tallies: Tally[] = [];
  for (const one of kinds) {
    let tally: Tally = { name: one.name, compared: 0, differences: 0 };
    await compareKind(one, { db, contracts, point }, (compared, found) => {
      tally = { ...tally, compared, differences: tally.differences + found.length };
      report(tally, found);
    });
    tallies.push(tally);
  }
  return { point, tallies };
}

async function pointOf({ db, chain, deployment }: Tools, wanted: bigint | undefined): Promise<Point> {
  const { latest, finalized } = await readProgress(db);
  const block = wanted ?? finalized.block;
  if (block > latest.block) {
    throw new RetryableError(`Block ${block} is not indexed yet: the newest is ${latest.block}.`);
  }
  if (block < deployment.startBlock) {
    throw new ConfigError(
      `The contracts begin at block ${deployment.startBlock}: there is nothing to compare at ${block}.`,
    );
  }
  const { timestamp } = await chain.getBlock({ blockNumber: block });
  const address = deployment.contracts.taskManager;
  await chain.getCode({ address, blockNumber: block }).catch((cause: unknown) => {
    const hint = "Take a later block, or an RPC_URL that keeps the state of old ones (an archive node).";
    throw new ConfigError(`The node does not have the state of block ${block}. ${hint}`, {}, { cause });
  });
  return { block, timestamp, epoch: epochAt(deployment.epoch, timestamp) };
}
