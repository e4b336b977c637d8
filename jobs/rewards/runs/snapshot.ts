import type { Address } from "viem";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { canonicalJson } from "../../../lib/json/canonicalJson.ts";
import { crashPoint } from "../../transactions/crashPoint.ts";
import { codeVersion } from "../codeVersion.ts";
import type { RewardsContext } from "../context.ts";
import { digestInputs } from "../inputDigests.ts";
import { rulesOf } from "../rules.ts";
import { countIntervals } from "../snapshotQueries.ts";
import { insertLines, openEpoch } from "../stageQueries.ts";
import { type SmallInput, type Snapshot, takeSnapshot } from "../stages/01-snapshot.ts";
import type { OperatorLine, Pot, Score } from "../types.ts";

/** A shard is closed when it has this many intervals: its calculation then takes well under a second and some 30 MB. */
const intervalsPerShard = 50_000n;

type Counts = { readonly counts: readonly { readonly operator: Address; readonly intervals: bigint }[] };
type Lines = { readonly pots: Pot[]; readonly scores: Score[]; readonly operators: OperatorLine[] };

/**
 * Stage 1. Input: the indexer's rows of the epoch but the delegations, and the carries of the epoch before. Output: the epoch's row, its pots,
 * operators, weights and shards.
 *
 * @throws {EpochNotDueError} @throws {RewardsError}
 */
export async function runSnapshot({ db, chain, deployment }: RewardsContext, epoch: bigint): Promise<void> {
  const rules = rulesOf(epoch);
  const snapshot = await takeSnapshot(db, chain, deployment.epoch, epoch, async (trx, input) => ({
    counts: await countIntervals(trx, input.start, input.end, weighed(input)),
  }));
  const pots = rules.pots(snapshot.input);
  const scores = rules.scores(snapshot.input, pots);
  const operators = rules.operators(snapshot.input, pots, scores);
  await write(db, snapshot, { pots, scores, operators }, rules.version);
  crashPoint("rewards.snapshot written");
}

async function write(
  db: Database,
  { input, blocks, finalizedBlock }: Snapshot<SmallInput & Counts>,
  { pots, scores, operators }: Lines,
  ruleVersion: number,
): Promise<void> {
  const { epoch } = input;
  const facts = {
    ...{ epoch, rule_version: ruleVersion, snapshot_block: finalizedBlock, code_version: codeVersion },
    ...{ first_block: blocks?.first.number ?? null, first_block_hash: blocks?.first.hash ?? null },
    ...{ last_block: blocks?.last.number ?? null, last_block_hash: blocks?.last.hash ?? null },
    inputs: canonicalJson(digestInputs(input)),
  };
  const paying = new Set(scores.flatMap((score) => (score.assets.length > 0 ? [score.operator] : [])));
  await db.transaction().execute(async (trx) => {
    if (!(await openEpoch(trx, facts))) return;
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
    const weights = scores.flatMap(({ network, operator, assets }) =>
      assets.map((row) => ({
        epoch,
        network,
        operator,
        asset: row.asset,
        weight_seconds: row.weightSeconds,
      })),
    );
    await insertLines(trx, "nektar.reward_weight", weights);
    await insertLines(trx, "nektar.reward_shard", shardRows(epoch, [...paying].sort(), input.counts));
  });
}

/** Operators with weight at any time of the epoch. */
function weighed({ weights }: SmallInput): Address[] {
  return [...new Set(weights.map(({ operator }) => operator))];
}

/** Neighbouring operators together, as many as make a shard; those without delegators too, for their commission. */
function shardRows(epoch: bigint, operators: readonly Address[], counts: Counts["counts"]) {
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
