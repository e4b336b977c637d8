import { crashPoint } from "../../transactions/crashPoint.ts";
import { RewardsError } from "../arithmetic.ts";
import type { RewardsContext } from "../context.ts";
import { findBreaches, settlePotRows } from "../joinQueries.ts";
import { completeStage, lockAtStage, stages } from "../stageQueries.ts";

/**
 * Stage 4. Input: every line. Output: what each pot paid, summed from the lines, and what it carries.
 * @throws {RewardsError} when anything does not add up: the epoch goes no further, and nothing of it is served or published.
 */
export async function runConservation({ db }: RewardsContext, epoch: bigint): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await lockAtStage(trx, epoch, stages.join))) return;
    await settlePotRows(trx, epoch);
    const breaches = await findBreaches(trx, epoch);
    if (breaches.length > 0)
      throw new RewardsError("An epoch does not add up.", { epoch, breaches: breaches.slice(0, 5) });
    crashPoint("rewards.conserved");
    await completeStage(trx, epoch, stages.conservation);
  });
}
