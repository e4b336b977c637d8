import type { Address } from "viem";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { listTotals } from "../../../lib/rewards/totalQueries.ts";
import { crashPoint } from "../../transactions/crashPoint.ts";
import type { RewardsContext } from "../context.ts";
import { Credits } from "../credits.ts";
import { deleteCredits, listRanges, readCredits } from "../joinQueries.ts";
import { listOpenShards } from "../shardQueries.ts";
import { completeStage, insertLines, listText, lockAtStage, stages } from "../stageQueries.ts";
import { StageNotDueError } from "../stages/notDue.ts";

/**
 * Stage 3. Input: the credits of all shards, and the totals of the epochs before. Output: the totals of this epoch, of those buckets alone in
 * which anybody earned something.
 *
 * @throws {StageNotDueError} while a shard is not done.
 */
export async function runJoin({ db }: RewardsContext, epoch: bigint): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await lockAtStage(trx, epoch, stages.snapshot))) return;
    const open = await listOpenShards(trx, epoch);
    if (open.length > 0) throw new StageNotDueError("Shards are not done.", { epoch, open });
    for (const range of await listRanges(trx, epoch)) await joinRange(trx, epoch, range);
    await deleteCredits(trx, epoch);
    crashPoint("rewards.joined");
    await completeStage(trx, epoch, stages.join);
  });
}

async function joinRange(trx: Database, epoch: bigint, range: string): Promise<void> {
  const credits = new Credits();
  for (const { token, earners, amounts } of await readCredits(trx, epoch, range))
    earners.forEach((earner, index) => {
      credits.add(token, earner, amounts[index] ?? 0n);
    });
  const before = new Map<string, ReadonlyMap<Address, bigint>>();
  for (const { bucket, token, earners, totals } of await listTotals(trx, epoch - 1n, range))
    before.set(bucket + token, new Map(earners.map((earner, index) => [earner, totals[index] ?? 0n])));
  const rows = [...credits.groups(3)].map(({ range: bucket, token, earners, amounts }) => {
    const earned = new Map(earners.map((earner, index) => [earner, amounts[index] ?? 0n]));
    return { epoch, bucket, token, ...merge(before.get(bucket + token) ?? new Map(), earned) };
  });
  await insertLines(trx, "nektar.reward_total", rows);
}

/** The totals of a bucket, earners ascending. */
function merge(before: ReadonlyMap<Address, bigint>, earned: ReadonlyMap<Address, bigint>) {
  const earners = [...new Set([...before.keys(), ...earned.keys()])].sort();
  return {
    leaves: earners.length,
    earners: listText(earners),
    totals: listText(earners.map((earner) => (before.get(earner) ?? 0n) + (earned.get(earner) ?? 0n))),
    earned: listText(earners.map((earner) => earned.get(earner) ?? 0n)),
  };
}
