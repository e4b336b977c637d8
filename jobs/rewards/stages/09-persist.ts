import type { Database } from "../../../lib/database/createDatabase.ts";
import { beginEpoch, completeEpoch, type EpochFacts, insertLines } from "../epochQueries.ts";
import type { DelegatorLine, EpochResult, OperatorLine, PoolLine, SettledPot } from "../types.ts";

/**
 * Stage 9: writes every line and marks the epoch calculated, all or nothing. Of several runs at once one writes; the
 * others, and every later one, change nothing.
 *
 * @returns whether this run wrote.
 */
export async function persistEpoch(db: Database, facts: EpochFacts, result: EpochResult): Promise<boolean> {
  const { epoch } = facts;
  return db.transaction().execute(async (trx) => {
    if (!(await beginEpoch(trx, facts))) return false;
    await insertLines(
      trx,
      "nektar.reward_pot",
      result.pots.map((line) => potRow(epoch, line)),
    );
    await insertLines(
      trx,
      "nektar.reward_operator",
      result.operators.map((line) => operatorRow(epoch, line)),
    );
    await insertLines(
      trx,
      "nektar.reward_pool",
      result.pools.map((line) => poolRow(epoch, line)),
    );
    await insertLines(
      trx,
      "nektar.reward_delegator",
      result.delegators.map((line) => delegatorRow(epoch, line)),
    );
    await insertLines(
      trx,
      "nektar.reward_leaf",
      result.leaves.map((leaf) => ({ epoch, ...leaf })),
    );
    await completeEpoch(trx, facts);
    return true;
  });
}

function potRow(epoch: bigint, { carryIn, carryOut, ...line }: SettledPot) {
  return { epoch, ...line, carry_in: carryIn, carry_out: carryOut };
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

function poolRow(epoch: bigint, { weightSeconds, shareSeconds, ...line }: PoolLine) {
  return { epoch, ...line, weight_seconds: weightSeconds, share_seconds: shareSeconds };
}

function delegatorRow(epoch: bigint, { shareSeconds, ...line }: DelegatorLine) {
  return { epoch, ...line, share_seconds: shareSeconds };
}
