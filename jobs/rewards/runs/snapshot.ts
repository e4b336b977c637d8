import type { Address } from "viem";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { canonicalJson } from "../../../lib/json/canonicalJson.ts";
import { crashPoint } from "../../transactions/crashPoint.ts";
import { codeVersion } from "../codeVersion.ts";
import type { RewardsContext } from "../context.ts";
import { digestInputs } from "../inputDigests.ts";
import { copyIntervals, type Intervals, lockSnapshot } from "../intervalQueries.ts";
import { rulesOf } from "../rules.ts";
import { findStage, insertLines, openEpoch, stages } from "../stageQueries.ts";
import { findFinalBlocks, readSmallInput, type SmallInput } from "../stages/01-snapshot.ts";
import type { OperatorLine, Pot, Score } from "../types.ts";

/** A shard is closed when it has this many intervals: its calculation then takes well under a second and some 30 MB. */
const intervalsPerShard = 50_000n;

type Lines = {
  readonly pots: readonly Pot[];
  readonly scores: readonly Score[];
  readonly operators: readonly OperatorLine[];
};

/**
 * Stage 1. Input: the indexer's rows of the epoch, and the carries of the epoch before. Output: the epoch's row, its pots, operators, weights,
 * intervals of shares and shards. All that the epoch needs of the indexer is read here, in one moment.
 *
 * @throws {EpochNotDueError} @throws {RewardsError}
 */
export async function runSnapshot({ db, chain, deployment }: RewardsContext, epoch: bigint): Promise<void> {
  const rules = rulesOf(epoch);
  const { blocks, finalizedBlock } = await findFinalBlocks(db, chain, deployment.epoch, epoch);
  const facts = {
    ...{ epoch, rule_version: rules.version, snapshot_block: finalizedBlock, code_version: codeVersion },
    ...{ first_block: blocks?.first.number ?? null, first_block_hash: blocks?.first.hash ?? null },
    ...{ last_block: blocks?.last.number ?? null, last_block_hash: blocks?.last.hash ?? null },
  };
  await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      await lockSnapshot(trx);
      if ((await findStage(trx, epoch)) >= stages.snapshot) return;
      const input = await readSmallInput(trx, deployment.epoch, epoch);
      const pots = rules.pots(input);
      const scores = rules.scores(input, pots);
      await openEpoch(trx, { ...facts, inputs: canonicalJson(digestInputs(input)) });
      await write(trx, input, { pots, scores, operators: rules.operators(input, pots, scores) });
    });
  crashPoint("rewards.snapshot written");
}

async function write(trx: Database, input: SmallInput, { pots, scores, operators }: Lines): Promise<void> {
  const { epoch } = input;
  const paying = new Set(scores.flatMap((score) => (score.assets.length > 0 ? [score.operator] : [])));
  const counts = await copyIntervals(trx, input, [...paying]);
  await insertLines(
    trx,
    "nektar.reward_pot",
    pots.map((pot) => potRow(epoch, pot)),
  );
  await insertLines(
    trx,
    "nektar.reward_operator",
    operators.map((line) => operatorRow(epoch, line)),
  );
  await insertLines(trx, "nektar.reward_weight", weightRows(epoch, scores));
  await insertLines(trx, "nektar.reward_shard", shardRows(epoch, [...paying].sort(), counts));
}

function weightRows(epoch: bigint, scores: readonly Score[]) {
  return scores.flatMap(({ network, operator, assets }) =>
    assets.map(({ asset, weightSeconds: weight_seconds }) => ({
      ...{ epoch, network, operator, asset, weight_seconds },
    })),
  );
}

/** Neighbouring operators together, as many as make a shard; those without delegators too, for their commission. */
function shardRows(epoch: bigint, operators: readonly Address[], counts: readonly Intervals[]) {
  const intervalsOf = new Map(counts.map((row) => [row.operator, row.intervals]));
  const rows: {
    epoch: bigint;
    shard: number;
    first_operator: Address;
    last_operator: Address;
    intervals: bigint;
  }[] = [];
  for (const operator of operators) {
    const intervals = intervalsOf.get(operator) ?? 0n;
    const last = rows.at(-1);
    if (last && last.intervals + intervals <= intervalsPerShard) {
      last.last_operator = operator;
      last.intervals += intervals;
    } else {
      rows.push({ epoch, shard: rows.length, first_operator: operator, last_operator: operator, intervals });
    }
  }
  return rows;
}

/** Until the conservation stage nothing is paid, and all is carried. */
function potRow(epoch: bigint, { carryIn, ...line }: Pot) {
  return { epoch, ...line, carry_in: carryIn, paid: 0n, carry_out: line.pot };
}

function operatorRow(epoch: bigint, line: OperatorLine) {
  const { network, token, operator, assigned, signed, slashed, score, gross, commission, shared } = line;
  return {
    ...{ epoch, network, token, operator, assigned, signed, slashed, score, gross, commission, shared },
    weight_seconds: line.weightSeconds,
    performance_bps: line.performanceBps,
    commission_bps: line.commissionBps,
  };
}
