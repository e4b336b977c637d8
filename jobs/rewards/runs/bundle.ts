import type { Deployment } from "../../../lib/chain/deployment.ts";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { epochEnd, epochStart } from "../../../lib/protocol/epochs.ts";
import { streamLeaves } from "../../../lib/rewards/leaves.ts";
import { crashPoint } from "../../transactions/crashPoint.ts";
import { storeBundle } from "../bundleStore.ts";
import type { RewardsContext } from "../context.ts";
import type { InputDigests } from "../inputDigests.ts";
import { completeStage, type EpochFacts, lockAtStage, stages } from "../stageQueries.ts";
import { type BundleFacts, writeBundle } from "../stages/09-bundle.ts";
import { readFacts, readOperators, readPots, streamHoldings, streamPools } from "../storedEpochQueries.ts";

/** Stages 6 and 7. Input: every line. Output: the bundle and its hash; the epoch is complete. */
export async function runBundle(context: RewardsContext, epoch: bigint): Promise<void> {
  const { db, deployment, logger } = context;
  const isWritten = await db.transaction().execute(async (trx) => {
    if (!(await lockAtStage(trx, epoch, stages.root))) return false;
    const facts = bundleFacts(await readFacts(trx, epoch), deployment);
    // The lines change no more, so other connections may read them while this one writes.
    const hash = await storeBundle(trx, epoch, writeBundle(facts, storedLines(db, epoch)));
    await completeStage(trx, epoch, stages.complete, { bundle_hash: hash, state: "calculated" });
    return true;
  });
  crashPoint("rewards.complete");
  if (isWritten) logger.info({ epoch }, "epoch calculated");
}

function storedLines(db: Database, epoch: bigint) {
  return {
    pots: batch(readPots(db, epoch)),
    operators: batch(readOperators(db, epoch)),
    pools: streamPools(db, epoch),
    holdings: streamHoldings(db, epoch),
    leaves: streamLeaves(db, epoch),
  };
}

async function* batch<Row>(rows: Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield await rows;
}

function bundleFacts(facts: EpochFacts, { chainId, contracts, epoch: schedule }: Deployment): BundleFacts {
  const { epoch, first_block, first_block_hash, last_block, last_block_hash } = facts;
  const hasBlocks = first_block !== null && last_block !== null && first_block_hash && last_block_hash;
  return {
    ...{ epoch, start: epochStart(schedule, epoch), end: epochEnd(schedule, epoch) },
    ...{ ruleVersion: facts.rule_version, code: facts.code_version ?? "", chainId },
    rewardsCoordinator: contracts.rewardsCoordinator,
    blocks: hasBlocks
      ? {
          first: { number: first_block, hash: first_block_hash },
          last: { number: last_block, hash: last_block_hash },
        }
      : null,
    inputs: JSON.parse(facts.inputs ?? "{}") as InputDigests,
    root: facts.root ?? "0x",
    total: facts.total ?? 0n,
  };
}
