import { sql } from "kysely";
import { zeroAddress } from "viem";
import { badInput } from "../errors.ts";
import type { Plans } from "../plan/compile.ts";
import { column, one } from "../plan/fields.ts";
import type { Given } from "../plan/Given.ts";
import { list } from "../plan/list.ts";
import type { FieldPlan, ObjectPlan, Use } from "../plan/objectType.ts";
import type { Sql } from "../plan/text.ts";
import { bucketBounds, mostBuckets } from "./bounds.ts";

/** Whose buckets: everyone's unless a network or an operator is given. */
function subjectOf(args: Given): { scope: Sql; subject: Sql } {
  const [network, operator] = [args.field("network"), args.field("operator")];
  if (!network.isNull && !operator.isNull) throw badInput("Give `network` or `operator`, not both.");
  if (!network.isNull) return { scope: sql.lit("NETWORK"), subject: network.param("text") };
  if (!operator.isNull) return { scope: sql.lit("OPERATOR"), subject: operator.param("text") };
  return { scope: sql.lit("TOTAL"), subject: sql.lit(zeroAddress) };
}

type Buckets = {
  readonly type: string;
  /** The table's name without its interval. */
  readonly table: string;
  /** Of which asset or token, where the table has several. */
  readonly of?: string;
  /** The table of which that must be a row: there are no buckets of anything else. */
  readonly registeredIn?: string;
  readonly counted: readonly string[];
  /** What stands at a bucket's end: where it did not change, the last one that did is carried forward. */
  readonly standing?: string;
};

/** Every bucket of a range, oldest first, those without anything too. */
const buckets =
  ({ type, table, of, registeredIn, counted, standing }: Buckets): FieldPlan =>
  (use: Use) => {
    const { args } = use;
    const { interval, first, last, seconds } = bucketBounds(args);
    const { scope, subject } = subjectOf(args);
    const key = (alias: string) => {
      const named = sql.ref(alias);
      const kind =
        of === undefined ? sql`` : sql`and ${named}.${sql.ref(of)} = ${args.field(of).param("text")}`;
      return sql`${named}.scope = ${scope} and ${named}.subject = ${subject} ${kind}`;
    };
    const rows = sql.table(`indexer.${table}_${interval.toLowerCase()}`);
    const counts = counted.map((name) => sql`coalesce(bucket.${sql.ref(name)}, 0) as ${sql.ref(name)}`);
    const carried = (name: string) => sql`coalesce(bucket.${sql.ref(name)}, (
      select earlier.${sql.ref(name)} from ${sql.table(`indexer.${table}_hour`)} as earlier
      where ${key("earlier")} and earlier.start < series.start and earlier.${sql.ref(name)} is not null
      order by earlier.start desc limit 1)) as ${sql.ref(name)}`;
    const columns = [
      ...counts,
      ...(standing === undefined ? [] : [carried(standing)]),
      ...(of === undefined ? [] : [sql`${args.field(of).param("text")} as ${sql.ref(of)}`]),
    ];
    const registered =
      of === undefined || registeredIn === undefined
        ? sql``
        : sql`where exists (select from ${sql.table(registeredIn)} where address = ${args.field(of).param("text")})`;
    return list(type, {
      source: () => sql`(select series.start, ${sql.join(columns)}
        from generate_series(${first}, ${last}, ${sql.lit(seconds)}::numeric) as series(start)
        left join ${rows} as bucket on bucket.start = series.start and ${key("bucket")}
        ${registered})`,
      order: (row) => [row("start")],
      typical: mostBuckets,
    })(use);
  };

const activity = {
  tasksCreated: "tasks_created",
  tasksResponded: "tasks_responded",
  tasksExpired: "tasks_expired",
  tasksFinalised: "tasks_finalized",
  tasksRejected: "tasks_rejected",
  challengesRaised: "challenges_raised",
  assigned: "assigned",
  signed: "signed",
  slashes: "slashes",
};
const stake = { deposited: "deposited", withdrawn: "withdrawn", slashed: "slashed" };
const reward = {
  fees: "fees",
  forfeitedBonds: "forfeited_bonds",
  slashedStake: "slashed_stake",
  claimed: "claimed",
};

const columnsOf = (names: Readonly<Record<string, string>>): ObjectPlan["fields"] =>
  Object.fromEntries(Object.entries(names).map(([field, name]) => [field, column(name)]));

export const bucketPlans: Plans = {
  objects: {
    ActivityBucket: { fields: { start: column("start"), ...columnsOf(activity), weight: column("weight") } },
    StakeBucket: {
      fields: {
        start: column("start"),
        asset: one("Asset", { address: "asset" }),
        ...columnsOf(stake),
        staked: column("staked"),
      },
    },
    RewardBucket: { fields: { start: column("start"), token: column("token"), ...columnsOf(reward) } },
  },
  query: {
    activityBuckets: buckets({
      ...{ type: "ActivityBucket", table: "activity", counted: Object.values(activity), standing: "weight" },
    }),
    stakeBuckets: buckets({
      ...{
        type: "StakeBucket",
        table: "stake",
        of: "asset",
        registeredIn: "indexer.asset",
        counted: Object.values(stake),
        standing: "staked",
      },
    }),
    rewardBuckets: buckets({
      ...{ type: "RewardBucket", table: "reward", of: "token", counted: Object.values(reward) },
    }),
  },
};
