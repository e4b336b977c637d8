import { type Address, type Hex, zeroAddress, zeroHash } from "viem";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { insertParticipation } from "../../../test/support/insertParticipation.ts";
import { taskRow } from "../../testing/taskRow.ts";
import { names, workedExample } from "./workedExample.ts";

const origin = { created_block: 1n, created_at: 1n, created_tx: zeroHash };

/** Writes the facts of section 8 as the indexer would, moved so that their epoch is epoch 0, which begins at `genesis`. */
export async function fillWorkedExample(db: Database, genesis: bigint): Promise<void> {
  const { network, operatorA, operatorB } = names;
  const moved = (timestamp: bigint) => timestamp - workedExample.start + genesis;
  const [schedule] = workedExample.schedules;
  if (!schedule) return;
  await db
    .insertInto("indexer.reward_schedule")
    .values({
      ...{ id: zeroHash, network, token: schedule.token, amount_per_epoch: schedule.amountPerEpoch },
      ...{ first_epoch: 0n, epochs: 1n, ...origin },
    })
    .execute();
  for (const { block, timestamp, ...row } of workedExample.weights)
    await db
      .insertInto("indexer.operator_weight")
      .values({ ...row, since_block: block, since_timestamp: moved(timestamp) })
      .execute();
  for (const { block, timestamp, ...row } of workedExample.shares)
    await db
      .insertInto("indexer.delegation")
      .values({ ...row, since_block: block, since_timestamp: moved(timestamp), ...origin })
      .execute();
  for (const { operator, commissionBps } of workedExample.commissions)
    await db
      .insertInto("indexer.commission")
      .values([
        { operator, effective_epoch: 0n, commission_bps: commissionBps, ...origin },
        // Announced in epoch 0, in force from epoch 2 on.
        { operator, effective_epoch: 2n, commission_bps: 9_999, ...origin },
      ])
      .execute();
  await addParameters(db, network, 0n, 5_000);
  await addParameters(db, network, 1n, 9_999);
  // A signed none of the first and all of the second; a third was answered in the next epoch, a fourth not at all.
  await addTask(db, 1, moved(710n), { [operatorA]: false, [operatorB]: true });
  await addTask(db, 2, moved(799n), { [operatorA]: true, [operatorB]: true });
  await addTask(db, 3, moved(800n), { [operatorA]: true, [operatorB]: false });
  await addTask(db, 4, null, { [operatorA]: null, [operatorB]: null });
}

/** What a network pays its operators by from an epoch on; nothing else of its parameters matters here. */
export async function addParameters(
  db: Database,
  network: Address,
  effective_epoch: bigint,
  performance_bps: number,
): Promise<void> {
  const quorum = { minimum_weight: 0n, minimum_operators: 0, quorum_bps: 1 };
  const windows = { response_window: 1n, challenge_window: 1n, resolution_window: 0n };
  const fees = { fee_token: zeroAddress, base_fee: 0n, fee_per_byte: 0n };
  const bond = { bond_token: zeroAddress, bond: 0n, challenger_share_bps: 0, reporter_share_bps: 0 };
  const slashes = { wrong_response_slash_bps: 0, equivocation_slash_bps: 0 };
  const sink = { slash_sink: "REWARD_POT", slash_recipient: zeroAddress } as const;
  await db
    .insertInto("indexer.network_parameters")
    .values({
      ...{ network, effective_epoch, performance_bps, ...quorum, ...windows },
      ...{ ...fees, ...bond, ...slashes, ...sink, ...origin },
    })
    .execute();
}

/**
 * Slashes and what came of them, for epochs of 100 s: another network slashes A in epoch 0; the network slashes B in the
 * last second of epoch 1, twice, and A in the first second of epoch 2. In epoch 4 there is a fee.
 */
export async function fillSlashes(db: Database, genesis: bigint): Promise<void> {
  const { network, operatorA, operatorB, token } = names;
  const slashes = [
    ...[slashAt(genesis + 50n, names.asset, operatorA), slashAt(genesis + 199n, network, operatorB)],
    ...[slashAt(genesis + 199n, network, operatorB), slashAt(genesis + 200n, network, operatorA)],
  ].map((slash, index) => ({ ...slash, id: hexOf(index), task_id: hexOf(index) }));
  await db.insertInto("indexer.slash").values(slashes).execute();
  const accrual = { network, token, task_id: zeroHash, ...origin };
  await db
    .insertInto("indexer.reward_accrual")
    .values([
      { ...accrual, id: "1:1", epoch: 1n, amount: 600n, source: "FORFEITED_BOND" },
      { ...accrual, id: "1:2", epoch: 1n, amount: 398n, source: "SLASHED_STAKE" },
      { ...accrual, id: "2:1", epoch: 2n, amount: 7n, source: "SLASHED_STAKE" },
      { ...accrual, id: "4:1", epoch: 4n, amount: 1_000n, source: "FEE" },
    ])
    .execute();
}

const hexOf = (number: number): Hex => `0x${number.toString(16).padStart(64, "0")}`;

const slashAt = (created_at: bigint, network: Address, operator: Address) => ({
  ...{ network, operator, offence: "EQUIVOCATION" as const, reporter: zeroAddress, evidence_hash: zeroHash },
  ...{ fraction: 1n, created_log_index: 0, ...origin, created_at },
});

async function addTask(
  db: Database,
  number: number,
  responded_at: bigint | null,
  signed: Record<string, boolean | null>,
): Promise<void> {
  const id = hexOf(number);
  await db
    .insertInto("indexer.task")
    .values(taskRow({ id, network: names.network, responded_at, responded_block: responded_at }))
    .execute();
  for (const [operator, hasSigned] of Object.entries(signed))
    await insertParticipation(db, [
      {
        task_id: id,
        operator: operator as Hex,
        network: names.network,
        weight: 1n,
        signed: hasSigned,
      },
    ]);
}
