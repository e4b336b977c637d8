import { sql } from "kysely";
import type { Address } from "viem";
import type { Database } from "../database/createDatabase.ts";
import { type EpochSchedule, epochEnd, epochStart } from "../protocol/epochs.ts";
import type {
  DelegationFacts,
  Interval,
  OperatorFacts,
  PoolFacts,
  PotFacts,
  RewardFacts,
} from "./explanation.ts";

type Of = { readonly epoch: bigint; readonly network: Address; readonly earner: Address };
type Range = { readonly start: bigint; readonly end: bigint };

/**
 * Everything that explains what an earner got of a network in an epoch. Run it in one snapshot, so that all is of one moment.
 *
 * @returns undefined while the epoch's calculation is not complete.
 */
export async function readRewardFacts(
  db: Database,
  schedule: EpochSchedule,
  of: Of,
): Promise<RewardFacts | undefined> {
  if (!(await isCalculated(db, of.epoch))) return undefined;
  const range = { start: epochStart(schedule, of.epoch), end: epochEnd(schedule, of.epoch) };
  const shares = await readShares(db, of.earner, range);
  const backed = [...new Set([of.earner, ...shares.map(({ operator }) => operator)])];
  const weights = await readWeights(db, of.network, backed, range);
  const left = await readLeft(db, of.earner, range.start);
  return {
    ...of,
    pots: await readPots(db, of),
    operators: await readOperators(db, of, backed),
    pools: await readPools(db, of, backed),
    delegations: await readDelegations(db, of, backed),
    intervals: [...weights, ...shares],
    left: left.filter((operator) => !backed.includes(operator)),
  };
}

async function isCalculated(db: Database, epoch: bigint): Promise<boolean> {
  const row = await db
    .selectFrom("nektar.reward_epoch")
    .select("epoch")
    .where("epoch", "=", epoch)
    .where("state", "<>", "calculating")
    .executeTakeFirst();
  return row !== undefined;
}

function readPots(db: Database, { epoch, network }: Of): Promise<PotFacts[]> {
  return db
    .selectFrom("nektar.reward_pot as pot")
    .select(["pot.token", "pot.scheduled", "pot.fees", "pot.forfeited", "pot.carry_in as carryIn", "pot.pot"])
    .select((eb) =>
      eb
        .selectFrom("nektar.reward_operator as line")
        .select(sql<bigint>`coalesce(sum(line.score), 0)`.as("scores"))
        .whereRef("line.epoch", "=", "pot.epoch")
        .whereRef("line.network", "=", "pot.network")
        .whereRef("line.token", "=", "pot.token")
        .$asScalar()
        .$notNull()
        .as("scores"),
    )
    .where("pot.epoch", "=", epoch)
    .where("pot.network", "=", network)
    .orderBy("pot.token")
    .execute();
}

function readOperators(
  db: Database,
  { epoch, network }: Of,
  operators: readonly Address[],
): Promise<OperatorFacts[]> {
  return db
    .selectFrom("nektar.reward_operator")
    .select(["token", "operator", "assigned", "signed", "slashed", "score", "gross", "commission", "shared"])
    .select(["weight_seconds as weightSeconds", "performance_bps as performanceBps"])
    .select("commission_bps as commissionBps")
    .where("epoch", "=", epoch)
    .where("network", "=", network)
    .where("operator", "in", operators)
    .orderBy("operator")
    .execute();
}

function readPools(
  db: Database,
  { epoch, network }: Of,
  operators: readonly Address[],
): Promise<PoolFacts[]> {
  return db
    .selectFrom("nektar.reward_pool")
    .select(["token", "operator", "asset", "shared", "weight_seconds as weightSeconds"])
    .select("share_seconds as shareSeconds")
    .where("epoch", "=", epoch)
    .where("network", "=", network)
    .where("operator", "in", operators)
    .execute();
}

function readDelegations(
  db: Database,
  { epoch, network, earner }: Of,
  operators: readonly Address[],
): Promise<DelegationFacts[]> {
  return db
    .selectFrom("nektar.reward_delegator")
    .select(["token", "operator", "asset", "share_seconds as shareSeconds", "amount"])
    .where("delegator", "=", earner)
    .where("epoch", "=", epoch)
    .where("network", "=", network)
    .where("operator", "in", operators)
    .orderBy("operator")
    .orderBy("asset")
    .execute();
}

async function readShares(db: Database, earner: Address, { start, end }: Range): Promise<Interval[]> {
  const rows = await db
    .selectFrom("indexer.delegation_version")
    .select(["operator", "asset", "shares as value", "since_timestamp as from", "until_timestamp as until"])
    .where("delegator", "=", earner)
    .where("since_timestamp", "<", end)
    .where((eb) => eb.or([eb("until_timestamp", "is", null), eb("until_timestamp", ">", start)]))
    .orderBy("operator")
    .orderBy("asset")
    .orderBy("since_block")
    .execute();
  return clipped("SHARES", rows, { start, end });
}

async function readWeights(
  db: Database,
  network: Address,
  operators: readonly Address[],
  { start, end }: Range,
): Promise<Interval[]> {
  const rows = await db
    .selectFrom("indexer.operator_weight_version")
    .select(["operator", "asset", "weight as value", "since_timestamp as from", "until_timestamp as until"])
    .where("network", "=", network)
    .where("operator", "in", operators)
    .where("since_timestamp", "<", end)
    .where((eb) => eb.or([eb("until_timestamp", "is", null), eb("until_timestamp", ">", start)]))
    .orderBy("operator")
    .orderBy("asset")
    .orderBy("since_block")
    .execute();
  return clipped("WEIGHT", rows, { start, end });
}

/** Operators with whom the earner had active shares that ended before the epoch. */
async function readLeft(db: Database, earner: Address, start: bigint): Promise<Address[]> {
  const rows = await db
    .selectFrom("indexer.delegation_version")
    .select("operator")
    .distinct()
    .where("delegator", "=", earner)
    .where("until_timestamp", "<=", start)
    .where("shares", ">", 0n)
    .execute();
  return rows.map(({ operator }) => operator);
}

type Version = Omit<Interval, "kind" | "until"> & { readonly until: bigint | null };

/** Versions as they lie inside the epoch; of several that begin in one second only the last one lasts. */
function clipped(kind: Interval["kind"], versions: readonly Version[], { start, end }: Range): Interval[] {
  return versions
    .map((version) => ({
      ...version,
      kind,
      from: version.from > start ? version.from : start,
      until: version.until !== null && version.until < end ? version.until : end,
    }))
    .filter(({ from, until, value }) => until > from && value > 0n);
}
