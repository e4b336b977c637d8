import { readSnapshot } from "../../../lib/database/checkpoint.ts";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { epochEnd, epochStart } from "../../../lib/protocol/epochs.ts";
import { crashPoint } from "../../transactions/crashPoint.ts";
import { groupBy, keyOf } from "../arithmetic.ts";
import type { RewardsContext } from "../context.ts";
import { Credits } from "../credits.ts";
import { holdingsOf } from "../holdings.ts";
import { type Rules, rulesOf } from "../rules.ts";
import {
  completeShard,
  findShard,
  lockShard,
  type OperatorRange,
  readAssetWeights,
  readOperatorParts,
  readPoolSteps,
  type ShardId,
} from "../shardQueries.ts";
import { insertLines, listText } from "../stageQueries.ts";
import { assertFinal } from "../stages/01-snapshot.ts";
import type { Holding, PoolLine } from "../types.ts";

type ShardLines = { readonly holdings: Holding[]; readonly pools: PoolLine[]; readonly credits: Credits };

/**
 * Stage 2, one shard. Input: the delegations of its operators, their parts of the pots and weights. Output: their holdings, pools and
 * credits.
 *
 * @throws {EpochNotDueError} while the indexer begins anew.
 */
export async function runShard({ db, deployment }: RewardsContext, id: ShardId): Promise<void> {
  const range = await findShard(db, id);
  if (!range || range.done) return;
  const [start, end] = [epochStart(deployment.epoch, id.epoch), epochEnd(deployment.epoch, id.epoch)];
  const steps = await readSnapshot(db, async (trx) => {
    await assertFinal(trx, id.epoch, end);
    return readPoolSteps(trx, range, { start, end });
  });
  const lines = await calculate(db, range, steps, rulesOf(id.epoch));
  crashPoint("rewards.shard calculated");
  await write(db, id, lines);
  crashPoint("rewards.shard written");
}

async function calculate(
  db: Database,
  range: OperatorRange,
  steps: Awaited<ReturnType<typeof readPoolSteps>>,
  rules: Rules,
): Promise<ShardLines> {
  const [parts, weights] = await Promise.all([readOperatorParts(db, range), readAssetWeights(db, range)]);
  const weighed = new Set(weights.map(({ operator, asset }) => keyOf(operator, asset)));
  const holdings = steps
    .filter(({ operator, asset }) => weighed.has(keyOf(operator, asset)))
    .map(holdingsOf)
    .filter(({ shareSeconds }) => shareSeconds > 0n);
  const ofPool = new Map(holdings.map((row) => [keyOf(row.operator, row.asset), row]));
  const assetsOf = new Map(groupBy(weights, ({ network, operator }) => keyOf(network, operator)));
  const credits = new Credits();
  const pools: PoolLine[] = [];
  for (const part of parts) {
    credits.add(part.token, part.operator, part.commission);
    for (const weight of assetsOf.get(keyOf(part.network, part.operator)) ?? []) {
      const holding = ofPool.get(keyOf(part.operator, weight.asset));
      const pool = rules.sharePool(part, weight, holding);
      pools.push({ ...pool, paid: holding ? payHolders(pool, holding, rules, credits) : 0n });
    }
  }
  return { holdings, pools, credits };
}

/** Pays every delegator its part of a pool. The one loop that turns as often as there are lines. */
function payHolders(
  pool: Omit<PoolLine, "paid">,
  { delegators, seconds }: Holding,
  rules: Rules,
  credits: Credits,
): bigint {
  if (pool.shared === 0n) return 0n;
  let paid = 0n;
  for (let index = 0; index < delegators.length; index++) {
    const amount = rules.reward(pool, seconds[index] as bigint);
    credits.add(pool.token, delegators[index] as Holding["delegators"][number], amount);
    paid += amount;
  }
  return paid;
}

async function write(db: Database, id: ShardId, { holdings, pools, credits }: ShardLines): Promise<void> {
  const { epoch, shard } = id;
  await db.transaction().execute(async (trx) => {
    if (!(await lockShard(trx, id))) return;
    await insertLines(
      trx,
      "nektar.reward_holding",
      holdings.map(({ operator, asset, digest, ...row }) => ({
        ...{ epoch, operator, asset, digest, share_seconds: row.shareSeconds },
        ...{ delegators: listText(row.delegators), seconds: listText(row.seconds) },
      })),
    );
    await insertLines(
      trx,
      "nektar.reward_pool",
      pools.map(({ weightSeconds, shareSeconds, ...pool }) => ({
        ...{ epoch, ...pool, weight_seconds: weightSeconds, share_seconds: shareSeconds },
      })),
    );
    await insertLines(
      trx,
      "nektar.reward_credit",
      [...credits.groups(2)].map(({ token, range, earners, amounts }) => ({
        ...{ epoch, shard, range, token, earners: listText(earners), amounts: listText(amounts) },
      })),
    );
    await completeShard(trx, id);
  });
}
