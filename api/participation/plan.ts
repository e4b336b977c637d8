import { sql } from "kysely";
import { bucketBounds, mostBuckets } from "../buckets/bounds.ts";
import { badInput } from "../errors.ts";
import { membershipRows, networkRows } from "../networks/sources.ts";
import type { Plans } from "../plan/compile.ts";
import { column, one, orNull, rowOf } from "../plan/fields.ts";
import type { Given } from "../plan/Given.ts";
import { list } from "../plan/list.ts";
import type { FieldPlan, ObjectPlan, Row, Use } from "../plan/objectType.ts";
import { maxPageSize } from "../plan/page.ts";
import { concat, type Sql } from "../plan/text.ts";
import { bucketRows, recordRows, type Window } from "./sources.ts";

const [defaultTasks, mostTasks, defaultRecords] = [100, 10_000, 20];
/** Answered tasks that are read for the price of one row of the answer. */
const tasksPerRow = 100;

/** @throws {GraphQLError} BAD_USER_INPUT for a number of tasks outside 1 to `mostTasks`. */
function windowOf(args: Given): Window {
  const [from, to] = [args.field("from"), args.field("to")];
  const unlessGiven = from.isNull && to.isNull ? defaultTasks : mostTasks;
  const limit = (args.field("lastTasks").value as number | null | undefined) ?? unlessGiven;
  if (limit < 1 || limit > mostTasks) throw badInput(`\`lastTasks\` is from 1 to ${mostTasks}.`);
  const seconds = (date: Date) => (date.getTime() / 1000).toFixed(3);
  return {
    limit,
    where: (task) => [
      ...(from.isNull ? [] : [sql`${task("responded_at")} >= ${from.param("numeric", seconds)}`]),
      ...(to.isNull ? [] : [sql`${task("responded_at")} < ${to.param("numeric", seconds)}`]),
    ],
  };
}

/** @param networks how many. */
function openWindow(use: Use, networks: number): Window {
  const window = windowOf(use.args);
  use.compiler.spend(use, networks * Math.ceil(window.limit / tasksPerRow));
  return window;
}

/** How a member did; null when it was assigned none of the window's tasks. */
export const participationOfMember: FieldPlan = (use) => {
  const window = openWindow(use, 1);
  const alias = use.compiler.alias();
  const object = concat(use.compiler.object("ParticipationRecord", use, { row: rowOf(alias) }));
  const networks = sql`(select ${use.row("network")} as address)`;
  const rows = recordRows(use.scope, networks, use.row("operator"), window);
  return orNull(use, "ParticipationRecord", sql`(select ${object} from ${rows} as ${sql.ref(alias)})`);
};

export const participationBucketsOfMember: FieldPlan = (use) => {
  const bounds = bucketBounds(use.args);
  return list("ParticipationBucket", {
    source: (scope, member) => bucketRows(scope, member, bounds),
    order: (row) => [row("start")],
    typical: mostBuckets,
  })(use);
};

const typicalNetworks = 4;

/** A record for each network whose tasks it was assigned. */
export const participationOfOperator: FieldPlan = (use) => {
  const window = openWindow(use, typicalNetworks);
  return list("ParticipationRecord", {
    source: (scope, operator) => {
      const networks = sql`(select membership.network as address from ${membershipRows(scope)} as membership
        where membership.operator = ${operator("address")})`;
      return recordRows(scope, networks, operator("address"), window);
    },
    order: (row) => [row("network")],
    typical: typicalNetworks,
  })(use);
};

/** What `orderBy` ranks by, by the enum value without its end. */
const ranks: Readonly<Record<string, string>> = {
  MISSED: "missed",
  SIGNED_BPS: "signed_bps",
  CURRENT_MISSES: "current_misses",
  LONGEST_MISSES: "longest_misses",
  CURRENT_SIGNATURES: "current_signatures",
  LONGEST_SIGNATURES: "longest_signatures",
};

function rankingOf(args: Given): (row: Row) => Sql[] {
  const value = (args.field("orderBy").value as string | null | undefined) ?? "MISSED_DESC";
  const place = value.lastIndexOf("_");
  const rank = ranks[value.slice(0, place)];
  if (rank === undefined) throw new Error(`No column is known for the order ${value}.`);
  const direction = sql.raw(value.slice(place + 1).toLowerCase());
  return (row) => [sql`${row(rank)} ${direction}`, row("network"), row("operator")];
}

/** Members by how they did, those who missed most first unless ordered otherwise. */
const participation: FieldPlan = (use) => {
  const { args } = use;
  const first = (args.field("first").value as number | null | undefined) ?? defaultRecords;
  if (first < 0 || first > maxPageSize) throw badInput(`\`first\` is from 0 to ${maxPageSize}.`);
  const [network, operator] = [args.field("network"), args.field("operator")];
  const window = openWindow(use, network.isNull ? typicalNetworks : 1);
  const order = rankingOf(args);
  const ofNetwork = network.isNull ? sql`` : sql`where network.address = ${network.param("text")}`;
  return list("ParticipationRecord", {
    source: (scope) => {
      const networks = sql`(select network.address from ${networkRows(scope)} as network ${ofNetwork})`;
      const whose = operator.isNull ? undefined : operator.param("text");
      const records = recordRows(scope, networks, whose, window);
      return sql`(select * from ${records} as ranked order by ${sql.join(order(rowOf("ranked")))} limit ${sql.lit(first)})`;
    },
    order,
    typical: Math.max(first, 1),
  })(use);
};

const counted = { assigned: column("assigned"), signed: column("signed"), missed: column("missed") };

const record: ObjectPlan = {
  fields: {
    network: one("Network", { address: "network" }),
    operator: one("Operator", { address: "operator" }),
    ...counted,
    signedBps: column("signed_bps"),
    currentMisses: column("current_misses"),
    currentSignatures: column("current_signatures"),
    longestMisses: column("longest_misses"),
    longestSignatures: column("longest_signatures"),
    lastMissedAt: column("last_missed_at"),
    lastSignedAt: column("last_signed_at"),
  },
};

export const participationPlans: Plans = {
  objects: {
    ParticipationRecord: record,
    ParticipationBucket: { fields: { start: column("start"), ...counted } },
  },
  query: { participation },
};
