import type { Address } from "viem";
import { readAhead } from "../../../lib/async/readAhead.ts";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { listTotals, type TotalsGroup } from "../../../lib/rewards/totalQueries.ts";
import { crashPoint } from "../../transactions/crashPoint.ts";
import type { RewardsContext } from "../context.ts";
import { Credits } from "../credits.ts";
import { type CreditRow, deleteCredits, listRanges, readCredits } from "../joinQueries.ts";
import { type Slice, slicesOf } from "../joinSlices.ts";
import { listOpenShards } from "../shardQueries.ts";
import { completeStage, insertLines, lockAtStage, stages } from "../stageQueries.ts";
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
    // Both are complete and change no more, so other connections may read them meanwhile.
    const asks = slicesOf(await listRanges(trx, epoch)).map((slice) => () => readSlice(db, epoch, slice));
    for await (const [credits, before] of readAhead(asks))
      await insertLines(trx, "nektar.reward_total", totalRows(epoch, credits, before));
    await deleteCredits(trx, epoch);
    crashPoint("rewards.joined");
    await completeStage(trx, epoch, stages.join);
  });
}

function readSlice(db: Database, epoch: bigint, { ranges, from, until }: Slice) {
  return Promise.all([readCredits(db, epoch, ranges), listTotals(db, epoch - 1n, { from, until })]);
}

function totalRows(epoch: bigint, rows: readonly CreditRow[], totals: readonly TotalsGroup[]) {
  const credits = new Credits();
  for (const { token, earners, amounts } of rows)
    earners.forEach((earner, index) => {
      credits.add(token, earner, amounts[index] ?? 0n);
    });
  const before = new Map(totals.map((group) => [group.bucket + group.token, group]));
  return [...credits.groups(3)].map(({ range: bucket, token, earners, amounts }) => {
    const { earners: known, totals: values } = before.get(bucket + token) ?? { earners: [], totals: [] };
    return { epoch, bucket, token, ...merge(known, values, earners, amounts) };
  });
}

/** The totals of a bucket, earners ascending, as both that are merged are. */
function merge(
  known: readonly Address[],
  totals: readonly bigint[],
  earners: readonly Address[],
  amounts: readonly bigint[],
) {
  const all: Address[] = [];
  const [sums, earned]: [bigint[], bigint[]] = [[], []];
  for (let old = 0, now = 0; old < known.length || now < earners.length; ) {
    const [one, other] = [known[old], earners[now]];
    const hasOld = one !== undefined && (other === undefined || one <= other);
    const hasNow = other !== undefined && (one === undefined || other <= one);
    const amount = hasNow ? (amounts[now] as bigint) : 0n;
    all.push((hasOld ? one : other) as Address);
    sums.push((hasOld ? (totals[old] as bigint) : 0n) + amount);
    earned.push(amount);
    if (hasOld) old += 1;
    if (hasNow) now += 1;
  }
  return { leaves: all.length, earners: all.join(","), totals: sums.join(","), earned: earned.join(",") };
}
