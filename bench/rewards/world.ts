import { sql } from "kysely";
import type { Database } from "../../lib/database/createDatabase.ts";

export const operators = 1_000;
export const networks = 10;
export const tokens = 3;
export const epochSeconds = 30 * 86_400;

/** An address by its kind and number. Its first digits are spread evenly, as those of real ones are. */
export const addressOf = (kind: string, number: string) =>
  `'0x' || substr(md5('${kind}' || (${number})), 1, 32) || lpad(to_hex((${number})::integer), 8, '0')`;

/**
 * Fills the indexer's tables for epochs of 30 days: of the intervals nine tenths hold now, a tenth ended at some time of the first epoch (a deposit
 * or a withdrawal); a tenth belongs to delegators with a second operator. Each network pays in one token, and each operator serves the three or four
 * networks of one token, so a holding has three or four lines and a delegator one leaf, or two.
 */
export async function fillWorld(db: Database, intervals: number, genesis: number): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  const delegators = Math.floor(intervals * 0.8);
  const origin = "1, 1, '0x'";
  const start = genesis;
  await run(`insert into indexer.reward_schedule
    select 's' || n, ${addressOf("network", "n")}, ${addressOf("token", `n % ${tokens}`)}, (n + 1) * 1000000000000000000000007, 0, 1000, ${origin}
    from generate_series(0, ${networks - 1}) n`);
  await run(`insert into indexer.network_parameters
    (network, effective_epoch, performance_bps, minimum_weight, minimum_operators, quorum_bps, response_window, challenge_window,
     resolution_window, fee_token, base_fee, fee_per_byte, bond_token, bond, wrong_response_slash_bps, equivocation_slash_bps, challenger_share_bps,
     reporter_share_bps, slash_sink, slash_recipient, created_block, created_at, created_tx)
    select ${addressOf("network", "n")}, 0, 5000, 0, 0, 1, 1, 1, 0, '0x', 0, 0, '0x', 0, 0, 0, 0, 0, 'BURN', '0x', ${origin}
    from generate_series(0, ${networks - 1}) n`);
  await run(`insert into indexer.commission (operator, effective_epoch, commission_bps, created_block, created_at, created_tx)
    select ${addressOf("operator", "o")}, 0, o % 2000, ${origin} from generate_series(0, ${operators - 1}) o`);
  await run(`insert into indexer.operator_weight (network, operator, asset, weight, since_block, since_timestamp)
    select ${addressOf("network", "n")}, ${addressOf("operator", "o")}, ${addressOf("asset", "0")},
      (o + 1) * 1000000000000000000::numeric, 1, ${start - 5}
    from generate_series(0, ${operators - 1}) o join generate_series(0, ${networks - 1}) n on n % ${tokens} = o % ${tokens}`);
  // Sorting keys once is faster than looking up the place of each.
  await run("alter table indexer.delegation drop constraint delegation_pkey");
  await run("alter table indexer.delegation_history drop constraint delegation_history_pkey");
  await run(`insert into indexer.delegation (delegator, operator, asset, shares, created_block, created_at, created_tx, since_block, since_timestamp)
    select ${addressOf("delegator", `i % ${delegators}`)}, ${addressOf("operator", `(i::bigint * 7919 + i / ${delegators}) % ${operators}`)},
      ${addressOf("asset", "0")}, (i % 99991 + 1) * 1000000000000000000::numeric + i, ${origin},
      case when i % 9 = 0 then 2 else 1 end, case when i % 9 = 0 then ${start} + (i % 2592000) else ${start - 5} end
    from generate_series(0, ${Math.floor(intervals * 0.9) - 1}) i`);
  await run(`insert into indexer.delegation_history
    (delegator, operator, asset, shares, since_block, since_timestamp, until_block, until_timestamp)
    select delegator, operator, asset, shares / 2, 1, ${start - 5}, 2, since_timestamp
    from indexer.delegation where since_block = 2 and since_timestamp > ${start}`);
  await run("alter table indexer.delegation add primary key (delegator, operator, asset)");
  await run(
    "alter table indexer.delegation_history add primary key (delegator, operator, asset, since_block)",
  );
  await run("create index on indexer.delegation (operator, asset)");
  await run("create index on indexer.delegation_history (until_timestamp)");
  await run("create index on indexer.delegation_history (operator, asset)");
  await run("analyze");
}
