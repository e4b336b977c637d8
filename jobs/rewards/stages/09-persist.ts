import type { Insertable } from "kysely";
import type { Hex } from "viem";
import type { Database, Tables } from "../../../lib/database/createDatabase.ts";
import { ruleVersion } from "../calculateEpoch.ts";
import type { EpochResult } from "../types.ts";

const rowsPerStatement = 1_000;

export type CalculatedEpoch = {
  readonly result: EpochResult;
  readonly snapshotBlock: bigint;
  /** First and last block with a timestamp in the epoch; null when it has none. */
  readonly blocks: { readonly first: bigint; readonly last: bigint } | null;
  readonly root: Hex;
  readonly bundleHash: Hex;
};

/**
 * Stage 9: writes an epoch's lines and marks it calculated, all or nothing. An epoch that is calculated already stays as
 * it is, so that a second run changes nothing.
 *
 * @returns whether this run wrote it.
 */
export async function storeEpoch(db: Database, { result, ...facts }: CalculatedEpoch): Promise<boolean> {
  const { epoch } = result;
  return db.transaction().execute(async (trx) => {
    const inserted = await trx
      .insertInto("nektar.reward_epoch")
      .values({
        epoch,
        state: "calculated",
        rule_version: ruleVersion,
        snapshot_block: facts.snapshotBlock,
        root: facts.root,
        bundle_hash: facts.bundleHash,
        total: result.total,
        first_block: facts.blocks?.first ?? null,
        last_block: facts.blocks?.last ?? null,
        leaf_count: result.leaves.length,
      })
      .onConflict((conflict) => conflict.column("epoch").doNothing())
      .returning("epoch")
      .execute();
    if (inserted.length === 0) return false;
    for (const [table, rows] of Object.entries(rowsOf(result))) {
      for (let offset = 0; offset < rows.length; offset += rowsPerStatement) {
        await trx
          .insertInto(table as "nektar.reward_leaf")
          .values(rows.slice(offset, offset + rowsPerStatement) as never)
          .execute();
      }
    }
    return true;
  });
}

type RewardTable = "pot" | "operator" | "pool" | "delegator" | "leaf";
type Rows = {
  [Name in RewardTable as `nektar.reward_${Name}`]: Insertable<Tables[`nektar.reward_${Name}`]>[];
};

function rowsOf({ epoch, ...result }: EpochResult): Rows {
  return {
    "nektar.reward_pot": result.pots.map(({ carryIn, carryOut, ...row }) => ({
      epoch,
      ...row,
      carry_in: carryIn,
      carry_out: carryOut,
    })),
    "nektar.reward_operator": result.operators.map(
      ({ assets: _, weightSeconds, performanceBps, commissionBps, ...row }) => ({
        epoch,
        ...row,
        weight_seconds: weightSeconds,
        performance_bps: performanceBps,
        commission_bps: commissionBps,
      }),
    ),
    "nektar.reward_pool": result.pools.map(({ weightSeconds, shareSeconds, ...row }) => ({
      epoch,
      ...row,
      weight_seconds: weightSeconds,
      share_seconds: shareSeconds,
    })),
    "nektar.reward_delegator": result.delegators.map(({ shareSeconds, ...row }) => ({
      epoch,
      ...row,
      share_seconds: shareSeconds,
    })),
    "nektar.reward_leaf": result.leaves.map((leaf) => ({ epoch, ...leaf })),
  };
}
