import type { Address } from "viem";
import { readAhead } from "../../lib/async/readAhead.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { RewardEpochState } from "../../lib/database/rewardTables.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { type EarnedLeaf, readLeaves } from "../../lib/rewards/leaves.ts";
import type { EpochFacts } from "./stageQueries.ts";
import type { EpochResult, Holding, OperatorLine, PoolLine } from "./types.ts";

/** The epoch was not calculated yet. */
class EpochUnknownError extends NektarError {
  readonly code = "EPOCH_UNKNOWN";
}

export type StoredLines = Pick<EpochResult, "pots" | "pools" | "delegators"> & {
  readonly leaves: readonly EarnedLeaf[];
  /** Without the parts by asset, which are the pools' lines. */
  readonly operators: readonly OperatorLine[];
};

/**
 * Reads an epoch's lines back as they were calculated, in the same order.
 * @throws {EpochUnknownError} before it is calculated.
 */
export async function readStoredEpoch(
  db: Database,
  epoch: bigint,
): Promise<{ facts: EpochFacts; state: RewardEpochState; result: StoredLines }> {
  const row = await db
    .selectFrom("nektar.reward_epoch")
    .selectAll()
    .where("epoch", "=", epoch)
    .where("state", "<>", "calculating")
    .executeTakeFirst();
  if (!row) throw new EpochUnknownError(`Epoch ${epoch} is not calculated yet.`, { epoch });
  const result = {
    pots: await readPots(db, epoch),
    operators: await readOperators(db, epoch),
    pools: await selectPools(db, epoch).execute(),
    delegators: await readDelegators(db, epoch),
    leaves: await readLeaves(db, epoch),
  };
  return { facts: row, state: row.state, result };
}

export function readPots(db: Database, epoch: bigint) {
  return db
    .selectFrom("nektar.reward_pot")
    .select(["network", "token", "scheduled", "fees", "forfeited", "pot", "paid"])
    .select(["carry_in as carryIn", "carry_out as carryOut"])
    .where("epoch", "=", epoch)
    .orderBy("network")
    .orderBy("token")
    .execute();
}

export async function readOperators(db: Database, epoch: bigint) {
  const rows = await db
    .selectFrom("nektar.reward_operator")
    .select(["network", "token", "operator", "assigned", "signed", "slashed", "score", "gross"])
    .select(["commission", "shared", "weight_seconds as weightSeconds"])
    .select(["performance_bps as performanceBps", "commission_bps as commissionBps"])
    .where("epoch", "=", epoch)
    .orderBy("network")
    .orderBy("token")
    .orderBy("operator")
    .execute();
  return rows.map((row) => ({ ...row, assets: [] }));
}

function selectPools(db: Database, epoch: bigint) {
  return db
    .selectFrom("nektar.reward_pool")
    .select(["network", "token", "operator", "asset", "shared", "paid"])
    .select(["weight_seconds as weightSeconds", "share_seconds as shareSeconds"])
    .where("epoch", "=", epoch)
    .orderBy("network")
    .orderBy("token")
    .orderBy("operator")
    .orderBy("asset");
}

function readDelegators(db: Database, epoch: bigint) {
  return db
    .selectFrom("nektar.reward_delegator")
    .select(["network", "token", "operator", "asset", "delegator", "amount"])
    .select("share_seconds as shareSeconds")
    .where("epoch", "=", epoch)
    .orderBy("network")
    .orderBy("token")
    .orderBy("operator")
    .orderBy("asset")
    .orderBy("delegator")
    .execute();
}

/** An epoch's own row, whether its calculation is complete or not. */
export async function readFacts(db: Database, epoch: bigint): Promise<EpochFacts> {
  return db
    .selectFrom("nektar.reward_epoch")
    .selectAll()
    .where("epoch", "=", epoch)
    .executeTakeFirstOrThrow();
}

/** Pools in ascending order, those of one network and token at a time. */
export async function* streamPools(db: Database, epoch: bigint): AsyncGenerator<PoolLine[]> {
  for (const { network, token } of await readPots(db, epoch))
    yield await selectPools(db, epoch).where("network", "=", network).where("token", "=", token).execute();
}

/** Holdings in ascending order, those of some operators at a time. */
export async function* streamHoldings(db: Database, epoch: bigint): AsyncGenerator<Holding[]> {
  const shards = await db
    .selectFrom("nektar.reward_shard")
    .select(["first_operator", "last_operator"])
    .where("epoch", "=", epoch)
    .orderBy("shard")
    .execute();
  const asks = shards.map(
    ({ first_operator, last_operator }) =>
      () =>
        db
          .selectFrom("nektar.reward_holding")
          .select(["operator", "asset", "share_seconds as shareSeconds", "digest", "delegators", "seconds"])
          .where("epoch", "=", epoch)
          .where("operator", ">=", first_operator)
          .where("operator", "<=", last_operator)
          .orderBy("operator")
          .orderBy("asset")
          .execute(),
  );
  for await (const rows of readAhead(asks))
    yield rows.map(({ delegators, seconds, ...row }) => ({
      ...row,
      delegators: delegators.split(",") as Address[],
      seconds: seconds.split(",").map(BigInt),
    }));
}
