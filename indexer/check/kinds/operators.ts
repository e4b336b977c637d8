import { sql } from "kysely";
import type { CommissionRow, OperatorRow, OperatorVersionRow } from "../../../lib/database/indexerTables.ts";
import { versionsAt } from "../asOf.ts";
import { kind } from "../kind.ts";

export const operators = kind<OperatorVersionRow & Pick<OperatorRow, "bls_key">>({
  name: "operators",
  key: ["address"],
  rowsAt: (point) =>
    sql`select version.*, bls_key from (${versionsAt("operator", point)}) as version
      join indexer.operator using (address)`,
  factsOf: (row) => ({ payout: row.payout, blsKey: row.bls_key }),
  factsOnChain: async ({ address }, { operatorRegistry }, at) => ({
    payout: await operatorRegistry.read.payoutOf([address], at),
    blsKey: await operatorRegistry.read.blsKeyOf([address], at),
  }),
});

/** Those of the past, that in force, and the one that waits. */
export const commissions = kind<CommissionRow>({
  name: "commissions",
  key: ["operator", "effective_epoch"],
  rowsAt: ({ block }) => sql`select * from indexer.commission where created_block <= ${block}`,
  factsOf: (row) => ({ commissionBps: row.commission_bps }),
  factsOnChain: async (row, { operatorRegistry, epochOf }, at) => {
    // The first is in force since the epoch of the registration; rows say 0, as there is nothing before it.
    const epoch = row.effective_epoch > 0n ? row.effective_epoch : epochOf(row.created_at);
    return { commissionBps: await operatorRegistry.read.commissionBpsAt([row.operator, epoch], at) };
  },
});
