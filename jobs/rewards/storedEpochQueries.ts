import type { Database } from "../../lib/database/createDatabase.ts";
import type { RewardEpochState } from "../../lib/database/nektarTables.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import type { EpochFacts } from "./epochQueries.ts";
import type { EpochResult, OperatorLine } from "./types.ts";

/** The epoch was not calculated yet. */
class EpochUnknownError extends NektarError {
  readonly code = "EPOCH_UNKNOWN";
}

export type StoredLines = Pick<EpochResult, "pots" | "pools" | "delegators" | "leaves"> & {
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
    pools: await readPools(db, epoch),
    delegators: await readDelegators(db, epoch),
    leaves: await readLeaves(db, epoch),
  };
  return { facts: row, state: row.state, result };
}

function readPots(db: Database, epoch: bigint) {
  return db
    .selectFrom("nektar.reward_pot")
    .select(["network", "token", "scheduled", "fees", "forfeited", "pot", "paid"])
    .select(["carry_in as carryIn", "carry_out as carryOut"])
    .where("epoch", "=", epoch)
    .orderBy("network")
    .orderBy("token")
    .execute();
}

async function readOperators(db: Database, epoch: bigint) {
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

function readPools(db: Database, epoch: bigint) {
  return db
    .selectFrom("nektar.reward_pool")
    .select(["network", "token", "operator", "asset", "shared", "paid"])
    .select(["weight_seconds as weightSeconds", "share_seconds as shareSeconds"])
    .where("epoch", "=", epoch)
    .orderBy("network")
    .orderBy("token")
    .orderBy("operator")
    .orderBy("asset")
    .execute();
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

function readLeaves(db: Database, epoch: bigint) {
  return db
    .selectFrom("nektar.reward_leaf")
    .select(["earner", "token", "cumulative"])
    .where("epoch", "=", epoch)
    .orderBy("earner")
    .orderBy("token")
    .execute();
}
