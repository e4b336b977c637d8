import type { Address } from "viem";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { crashPoint } from "../../transactions/crashPoint.ts";
import { groupBy, keyOf } from "../arithmetic.ts";
import type { RewardsContext } from "../context.ts";
import { Credits, rangeDigits } from "../credits.ts";
import { holdingsOf } from "../holdings.ts";
import { deleteIntervals, readPoolSteps } from "../intervalQueries.ts";
import { type Rules, rulesOf } from "../rules.ts";
import {
  completeShard,
  findShard,
  lockShard,
  type OperatorRange,
  readAssetWeights,
  readOperatorParts,
  type ShardId,
} from "../shardQueries.ts";
import { insertLines } from "../stageQueries.ts";
import type { Holding, PoolLine } from "../types.ts";

type ShardLines = { readonly holdings: Holding[]; readonly pools: PoolLine[]; readonly credits: Credits };

/**
 * Stage 2, one shard. Input: the intervals of its operators, their parts of the pots and weights. Output: their holdings, pools and
 * credits.
 */
export async function runShard({ db }: RewardsContext, id: ShardId): Promise<void> {
  const range = await findShard(db, id);
  if (!range || range.done) return;
  const lines = await calculate(db, range, rulesOf(id.epoch));
  crashPoint("rewards.shard calculated");
  await write(db, id, range, lines);
  crashPoint("rewards.shard written");
}

async function calculate(db: Database, range: OperatorRange, rules: Rules): Promise<ShardLines> {
  const [steps, parts, weights] = await Promise.all([
    readPoolSteps(db, range),
    readOperatorParts(db, range),
    readAssetWeights(db, range),
  ]);
  const weighed = new Set(weights.map(({ operator, asset }) => keyOf(operator, asset)));
  const holdings = steps
    .filter(({ operator, asset }) => weighed.has(keyOf(operator, asset)))
    .map(holdingsOf)
    .filter(({ shareSeconds }) => shareSeconds > 0n);
  const ofPool = new Map(holdings.map((row) => [keyOf(row.operator, row.asset), row]));
  const assetsOf = new Map(groupBy(weights, ({ network, operator }) => keyOf(network, operator)));
  const credits = new Credits();
  for (const part of parts) credits.add(part.token, part.operator, part.commission);
  const shared = parts.flatMap((part) =>
    (assetsOf.get(keyOf(part.network, part.operator)) ?? []).map((weight) =>
      rules.sharePool(part, weight, ofPool.get(keyOf(part.operator, weight.asset))),
    ),
  );
  const pools = groupBy(shared, ({ operator, asset, token }) => keyOf(operator, asset, token)).flatMap(
    ([, alike]) => payHolders(alike, ofPool, rules, credits),
  );
  return { holdings, pools, credits };
}

/**
 * Pays every delegator its part of the pools of one operator, asset and token, whatever networks they are of. The one loop that turns as
 * often as there are lines.
 */
function payHolders(
  pools: readonly Omit<PoolLine, "paid">[],
  holdings: ReadonlyMap<string, Holding>,
  rules: Rules,
  credits: Credits,
): PoolLine[] {
  const [{ operator, asset, token }] = pools as [PoolLine];
  const { delegators, seconds } = holdings.get(keyOf(operator, asset)) ?? { delegators: [], seconds: [] };
  const paid = pools.map(() => 0n);
  for (let index = 0; index < delegators.length; index++) {
    let earned = 0n;
    for (let place = 0; place < pools.length; place++) {
      const amount = rules.reward(pools[place] as PoolLine, seconds[index] as bigint);
      paid[place] = (paid[place] as bigint) + amount;
      earned += amount;
    }
    credits.add(token, delegators[index] as Address, earned);
  }
  return pools.map((pool, place) => ({ ...pool, paid: paid[place] as bigint }));
}

async function write(db: Database, id: ShardId, range: OperatorRange, lines: ShardLines): Promise<void> {
  const { epoch, shard } = id;
  await db.transaction().execute(async (trx) => {
    if (!(await lockShard(trx, id))) return;
    await insertLines(
      trx,
      "nektar.reward_holding",
      lines.holdings.map(({ operator, asset, digest, ...row }) => ({
        ...{ epoch, operator, asset, digest, share_seconds: row.shareSeconds },
        ...{ delegators: row.delegators.join(","), seconds: row.seconds.join(",") },
      })),
    );
    await insertLines(
      trx,
      "nektar.reward_pool",
      lines.pools.map(({ weightSeconds, shareSeconds, ...pool }) => ({
        ...{ epoch, ...pool, weight_seconds: weightSeconds, share_seconds: shareSeconds },
      })),
    );
    await insertLines(
      trx,
      "nektar.reward_credit",
      [...lines.credits.groups(rangeDigits)].map(({ token, range: earnersOf, earners, amounts }) => ({
        ...{ epoch, shard, range: earnersOf, token, earners: earners.join(","), amounts: amounts.join(",") },
      })),
    );
    await deleteIntervals(trx, range);
    await completeShard(trx, id);
  });
}
