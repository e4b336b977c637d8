import { sql } from "kysely";
import type { Hex } from "viem";
import type { Database } from "../database/createDatabase.ts";

/** Why nothing is to be claimed against a root that stands on chain. */
export type RootFault = "OTHER_ROOT" | "REORGANISED" | "DIFFERS_FROM_CHAIN";

export type RootFinding = {
  /** Null when the root is as it should be: calculated here, of blocks that are still there, and what the chain's logs give, as far as known. */
  readonly fault: RootFault | null;
  /** The first line that the chain's logs do not give. */
  readonly difference: string | null;
};

/** The columns of a `RootFinding`; `root` is the indexer's row of the root, `calculated` that of the epoch, or nulls where there is none. */
export const rootFinding = sql<RootFinding>`
  nullif(calculated.chain_check, 'equal') as difference,
  case
    when calculated.root is null or calculated.root <> root.root or calculated.state = 'calculating' then 'OTHER_ROOT'
    when calculated.state = 'reorganised' then 'REORGANISED'
    when calculated.chain_check <> 'equal' then 'DIFFERS_FROM_CHAIN'
  end as fault`;

/** What is known of an epoch's root. One that the indexer has not seen yet is judged by what was calculated. */
export async function findRootFinding(
  db: Database,
  epoch: bigint,
): Promise<RootFinding & { readonly root: Hex | null }> {
  const { rows } = await sql<RootFinding & { root: Hex | null }>`
    select root.root, ${rootFinding}
    from (select ${epoch}::numeric as epoch) asked
    left join nektar.reward_epoch calculated on calculated.epoch = asked.epoch
    left join indexer.epoch_root standing on standing.epoch = asked.epoch
    left join indexer.reward_root root on root.id = standing.root_id`.execute(db);
  return rows[0] as RootFinding & { root: Hex | null };
}

/** The end of a sentence that begins with the root. */
export function faultInWords(fault: RootFault, difference: string | null): string {
  const why = {
    OTHER_ROOT: "is not the one that this backend calculated.",
    REORGANISED: "follows from blocks that are no more.",
    DIFFERS_FROM_CHAIN: `is not what the chain's logs give. ${difference}`,
  };
  return why[fault];
}
