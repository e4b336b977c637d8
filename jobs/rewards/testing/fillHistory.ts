import { type Hex, zeroAddress, zeroHash } from "viem";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { insertParticipation } from "../../../test/support/insertParticipation.ts";
import { taskRow } from "../../testing/taskRow.ts";
import { addParameters } from "./fillEpoch.ts";
import type { History } from "./randomHistory.ts";

const origin = { created_block: 1n, created_at: 1n, created_tx: zeroHash };
const hexOf = (number: number): Hex => `0x${number.toString(16).padStart(64, "0")}`;

/** Writes a history as the indexer would: of a block the last value of a key, each until the next, the newest in a table of its own. */
export async function fillHistory(db: Database, history: History): Promise<void> {
  const weights = versions(history.weights, ({ network, operator, asset, weight }) => ({
    key: { network, operator, asset },
    value: { weight },
  }));
  const shares = versions(history.shares, ({ delegator, operator, asset, shares }) => ({
    key: { delegator, operator, asset },
    value: { shares },
  }));
  const insert = async <Row>(rows: readonly Row[], run: (rows: Row[]) => { execute(): Promise<unknown> }) => {
    if (rows.length > 0) await run([...rows]).execute();
  };
  await insert(weights.now, (rows) => db.insertInto("indexer.operator_weight").values(rows));
  await insert(weights.past, (rows) => db.insertInto("indexer.operator_weight_history").values(rows));
  await insert(shares.now, (rows) =>
    db.insertInto("indexer.delegation").values(rows.map((row) => ({ ...row, ...origin }))),
  );
  await insert(shares.past, (rows) => db.insertInto("indexer.delegation_history").values(rows));
  await insert(history.schedules, (rows) =>
    db.insertInto("indexer.reward_schedule").values(
      rows.map(({ network, token, ...row }, index) => ({
        ...{ id: hexOf(index), network, token, amount_per_epoch: row.amountPerEpoch },
        ...{ first_epoch: row.firstEpoch, epochs: row.epochs, ...origin },
      })),
    ),
  );
  await insert(history.accruals, (rows) =>
    db
      .insertInto("indexer.reward_accrual")
      .values(rows.map((row, index) => ({ ...row, id: `1:${index}`, task_id: zeroHash, ...origin }))),
  );
  for (const { network, from, bps } of lastOf(
    history.performance,
    ({ network, from }) => `${network}${from}`,
  ))
    await addParameters(db, network, from, bps);
  await insert(
    lastOf(history.commissions, ({ operator, from }) => `${operator}${from}`),
    (rows) =>
      db.insertInto("indexer.commission").values(
        rows.map(({ operator, from, bps }) => ({
          ...{ operator, effective_epoch: from, commission_bps: bps, ...origin },
        })),
      ),
  );
  await insert(history.slashes, (rows) =>
    db.insertInto("indexer.slash").values(
      rows.map(({ network, operator, at }, index) => ({
        ...{ id: hexOf(index), task_id: hexOf(index), network, operator, offence: "EQUIVOCATION" as const },
        ...{ reporter: zeroAddress, evidence_hash: zeroHash, fraction: 1n, created_log_index: 0, ...origin },
        created_at: at,
      })),
    ),
  );
  await fillTasks(db, history);
  await fillDisabled(db, history);
}

async function fillTasks(db: Database, { tasks }: History): Promise<void> {
  if (tasks.length === 0) return;
  const rows = tasks.map(({ network, respondedAt }, index) =>
    taskRow({ id: hexOf(index), network, responded_at: respondedAt, responded_block: respondedAt }),
  );
  await db.insertInto("indexer.task").values(rows).execute();
  const parts = tasks.flatMap((task, index) =>
    task.parts.map(({ operator, weight, signed }) => ({
      ...{ task_id: hexOf(index), network: task.network, operator, weight },
      signed: task.respondedAt === null ? null : signed,
    })),
  );
  await insertParticipation(db, parts);
}

/** Roots that were disabled: nothing of a calculation depends on them. */
async function fillDisabled(db: Database, { disabled }: History): Promise<void> {
  for (const epoch of new Set(disabled)) {
    const id = `${epoch}:1`;
    await db
      .insertInto("indexer.reward_root")
      .values({
        ...{ id, epoch, root: zeroHash, bundle_hash: zeroHash, total: 1n, activates_at: 1n, ...origin },
        ...{ disabled: true, disabled_at: 1n, disabled_tx: zeroHash },
      })
      .execute();
    await db.insertInto("indexer.epoch_root").values({ epoch, root_id: id }).execute();
  }
}

type Event = { readonly block: bigint; readonly timestamp: bigint };

function versions<Row extends Event, Key extends object, Value extends object>(
  rows: readonly Row[],
  part: (row: Row) => { readonly key: Key; readonly value: Value },
) {
  const ofKey = new Map<string, Row[]>();
  for (const row of rows) {
    const name = Object.values(part(row).key).join();
    const list = ofKey.get(name) ?? [];
    if (list.at(-1)?.block === row.block) list.pop();
    list.push(row);
    ofKey.set(name, list);
  }
  const since = (row: Row) => ({
    ...{ ...part(row).key, ...part(row).value },
    ...{ since_block: row.block, since_timestamp: row.timestamp },
  });
  const all = [...ofKey.values()];
  return {
    now: all.map((list) => since(list.at(-1) as Row)),
    past: all.flatMap((list) =>
      list.slice(0, -1).map((row, index) => {
        const next = list[index + 1] as Row;
        return { ...since(row), until_block: next.block, until_timestamp: next.timestamp };
      }),
    ),
  };
}

/** Of rows that set the same the last. */
function lastOf<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [nameOf(row), row])).values()];
}
