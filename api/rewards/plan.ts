import { sql } from "kysely";
import { emptyRoot } from "../../lib/merkle/rewardTree.ts";
import type { EpochSchedule } from "../../lib/protocol/epochs.ts";
import { badInput } from "../errors.ts";
import { columnFilters } from "../plan/columnFilters.ts";
import type { Plans } from "../plan/compile.ts";
import { connection, type ListPlan } from "../plan/connection.ts";
import { column, embedded, found, globalId, one, value } from "../plan/fields.ts";
import { list } from "../plan/list.ts";
import type { ObjectPlan, Row } from "../plan/objectType.ts";
import { orders } from "../plan/order.ts";
import { param } from "../plan/Param.ts";
import type { Scope } from "../plan/scope.ts";
import { startOfEpoch } from "./epochTimes.ts";
import { delegatorRewards, earnedEpoch } from "./ofDelegator.ts";

/**
 * Epochs that have begun follow from the clock; beside each what this backend calculated (`state` and more) and the root
 * that stands on chain for it, or stood last (`root_id` and more).
 */
const epochRows = ({ epoch }: Scope) => sql`(
  select begun.epoch, calculated.state, calculated.chain_check, calculated.rule_version, calculated.leaf_count,
    calculated.root as calculated_root, root.id as root_id, root.root, root.bundle_hash, root.total, root.activates_at,
    root.disabled, root.created_block, root.created_at, root.created_tx
  from generate_series(0::numeric, ${epoch}) as begun(epoch)
  left join nektar.reward_epoch as calculated on calculated.epoch = begun.epoch
  left join indexer.epoch_root as standing on standing.epoch = begun.epoch
  left join indexer.reward_root as root on root.id = standing.root_id)`;

const isCalculated = (row: Row) => sql`coalesce(${row("state")} <> 'calculating', false)`;

/** The root that this backend calculated; zero when nobody had earned anything; null until it is done. */
const calculatedRoot = (row: Row) =>
  sql`case when ${isCalculated(row)} then coalesce(${row("calculated_root")}, ${sql.lit(emptyRoot)}) end`;

/** The first line in which the root on chain differs from what the chain's logs give; null when none is known. */
const difference = (row: Row) => sql`nullif(${row("chain_check")}, 'equal')`;

/** Where an epoch stands, decided by data alone, never by a clock of ours. */
const statusOf =
  (schedule: EpochSchedule) =>
  (row: Row, { now }: Scope) =>
    sql`case
      when ${finalisedTimestamp} < ${endOf(schedule, row)} then 'RUNNING'
      when not ${isCalculated(row)} then 'CALCULATING'
      when ${row("root_id")} is null then case when ${row("state")} in ('mismatch', 'reorganised') then 'MISMATCH' else 'CALCULATED' end
      when ${row("disabled")} then 'DISABLED'
      when ${row("state")} = 'reorganised' or ${difference(row)} is not null then 'MISMATCH'
      when ${row("root")} <> ${calculatedRoot(row)} then 'MISMATCH'
      when ${row("activates_at")} <= ${now} then 'CLAIMABLE'
      else 'SUBMITTED' end`;

const finalisedTimestamp = param(({ position }) => position.finalised.timestamp.toString(), "numeric");
const endOf = (schedule: EpochSchedule, row: Row) => startOfEpoch(schedule, sql`(${row("epoch")} + 1)`);

const rewardEpoch = (schedule: EpochSchedule): ObjectPlan => ({
  source: epochRows,
  filters: columnFilters({ epoch: ["epoch", "number"], ruleVersion: ["rule_version", "number"] }),
  fields: {
    id: globalId("RewardEpoch", "epoch"),
    epoch: column("epoch"),
    startsAt: value((row) => startOfEpoch(schedule, row("epoch"))),
    endsAt: value((row) => endOf(schedule, row)),
    status: value(statusOf(schedule)),
    ruleVersion: column("rule_version"),
    root: embedded("RewardRoot", {}, (row) => sql`${row("root_id")} is not null`),
    calculatedRoot: value(calculatedRoot),
    leafCount: column("leaf_count"),
    checked: value((row) => sql`${row("chain_check")} is not null`),
    difference: value(difference),
    pots: list("RewardPot", {
      by: { epoch: "epoch" },
      // Rows of an unfinished calculation may be incomplete.
      where: (_row, _scope, epoch) => [isCalculated(epoch)],
      order: (row) => [sql`${row("pot")} desc`, row("network"), row("token")],
      typical: 5,
    }),
  },
});

const rewardRoot: ObjectPlan = {
  fields: {
    root: column("root"),
    bundleHash: column("bundle_hash"),
    total: column("total"),
    activatesAt: column("activates_at"),
    disabled: column("disabled"),
    submitted: embedded("Transaction", {
      hash: "created_tx",
      block: "created_block",
      timestamp: "created_at",
    }),
  },
};

const rewardPot: ObjectPlan = {
  source: () => sql`nektar.reward_pot`,
  fields: {
    network: one("Network", { address: "network" }),
    token: column("token"),
    scheduled: column("scheduled"),
    fees: column("fees"),
    forfeited: column("forfeited"),
    carriedIn: column("carry_in"),
    pot: column("pot"),
    paid: column("paid"),
    carriedOut: column("carry_out"),
    operators: list("OperatorReward", {
      by: { epoch: "epoch", network: "network", token: "token" },
      order: (row) => [sql`${row("score")} desc`, row("operator")],
      typical: 10,
    }),
  },
};

const operatorReward: ObjectPlan = {
  source: () => sql`nektar.reward_operator`,
  fields: {
    operator: one("Operator", { address: "operator" }),
    weightSeconds: column("weight_seconds"),
    assigned: column("assigned"),
    signed: column("signed"),
    slashed: column("slashed"),
    score: column("score"),
    gross: column("gross"),
    commissionBps: column("commission_bps"),
    commission: column("commission"),
    shared: column("shared"),
  },
};

/** Newest first unless ordered otherwise. */
const rewardEpochs: ListPlan = {
  type: "RewardEpoch",
  order: orders("rewardEpochs", [{ column: "epoch", kind: "numeric" }], "desc"),
};

const notNegative = (epoch: bigint): string => {
  if (epoch < 0n) throw badInput("Epochs count from 0.");
  return epoch.toString();
};

export const rewardPlans = (schedule: EpochSchedule): Plans => ({
  objects: {
    RewardEpoch: rewardEpoch(schedule),
    RewardRoot: rewardRoot,
    RewardPot: rewardPot,
    OperatorReward: operatorReward,
    DelegatorRewards: delegatorRewards,
    EarnedEpoch: earnedEpoch,
  },
  query: {
    rewardEpoch: (use) =>
      found(use, "RewardEpoch", (row) => [
        sql`${row("epoch")} = ${use.args.field("epoch").param("numeric", notNegative)}`,
      ]),
    rewardEpochs: connection(rewardEpochs),
  },
});
