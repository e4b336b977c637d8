import { sql } from "kysely";
import { column, embedded, one, rowOf } from "../plan/fields.ts";
import { list } from "../plan/list.ts";
import type { ObjectPlan, Row } from "../plan/objectType.ts";
import { happened, type Scope } from "../plan/scope.ts";
import { and, type Sql } from "../plan/text.ts";
import { taskRows } from "../tasks/sources.ts";
import { withdrawalLossRows } from "./losses.ts";
import { challengeRows, poolSlashRows } from "./sources.ts";

/** What there is of an event; columns that it does not have are null. */
type Event = {
  readonly kind: string;
  /** Among events of one second. */
  readonly step: number;
  /** Of a transaction on chain: the prefix of the three columns that name it. */
  readonly moment?: { readonly row: Row; readonly of: string; readonly at: string };
  /** By our own clock, of what is not on chain or not yet. */
  readonly clock?: Sql;
  readonly tx?: Sql;
  readonly asset?: Sql;
  readonly responseHash?: Sql;
  readonly withdrawal?: Sql;
  readonly key?: Sql;
};

const none = sql`null`;

function event(scope: Scope, { kind, step, moment, clock, ...of }: Event, from: Sql, where: Sql[]): Sql {
  const block = moment ? moment.row(`${moment.of}block`) : sql`null::numeric`;
  const at = moment ? moment.row(moment.at) : sql`floor(extract(epoch from ${clock}))`;
  const tx = moment ? moment.row(`${moment.of}tx`) : (of.tx ?? none);
  const known = moment
    ? (happened(scope, block, at) ?? sql`${block} is not null`)
    : scope.at === undefined
      ? sql`true`
      : sql`${at} <= ${scope.now}`;
  return sql`(select ${sql.lit(kind)} as kind, ${sql.lit(step)} as step, ${at} as timestamp, ${block} as block, ${tx} as hash,
      ${of.asset ?? none} as asset, ${of.responseHash ?? none} as response_hash, ${of.withdrawal ?? none} as withdrawal,
      ${of.key ?? sql`''`} as key
    ${from} where ${and([...where, known])})`;
}

const created = (alias: string) => ({ row: rowOf(alias), of: "created_", at: "created_at" });

/**
 * What led to a slash and what followed. Steps on chain have their block's time; what this backend saw or sent has its own clock's, so
 * that neighbours of one moment may stand in the other order.
 */
export function slashTimelineRows(scope: Scope, slash: Row): Sql {
  const ofOffence = (alias: string) =>
    sql`${sql.ref(`${alias}.task_id`)} = ${slash("task_id")} and ${sql.ref(`${alias}.operator`)} = ${slash("operator")}`;
  const task = sql`from ${taskRows(scope)} as task`;
  const ofTask = sql`task.id = ${slash("task_id")}`;
  const challenge = sql`from ${challengeRows(scope)} as challenge`;
  const ofChallenge = sql`${slash("offence")} = 'WRONG_RESPONSE' and challenge.id = ${slash("evidence_hash")}`;
  const equivocation = sql`${slash("offence")} = 'EQUIVOCATION'`;
  const sent = (purpose: Sql) => [equivocation, sql`sent.purpose = ${purpose}`];
  const lines = sql`from ${poolSlashRows(scope)} as line`;
  const ofSlash = sql`line.slash_id = ${slash("id")}`;
  const events: readonly (readonly [Event, Sql, Sql[]])[] = [
    [{ kind: "TASK_CREATED", step: 1, moment: created("task") }, task, [ofTask]],
    [
      {
        ...{ kind: "SIGNATURE_RECEIVED", step: 2, clock: sql`signed.received_at` },
        ...{ responseHash: sql`signed.response_hash`, key: sql`signed.response_hash` },
      },
      sql`from nektar.response as signed`,
      [ofOffence("signed")],
    ],
    [
      {
        ...{ kind: "RESPONDED", step: 3, responseHash: sql`task.response_hash` },
        moment: { row: rowOf("task"), of: "responded_", at: "responded_at" },
      },
      task,
      [ofTask],
    ],
    [{ kind: "CHALLENGED", step: 4, moment: created("challenge") }, challenge, [ofChallenge]],
    [
      {
        ...{ kind: "CHALLENGE_UPHELD", step: 5 },
        moment: { row: rowOf("challenge"), of: "resolved_", at: "resolved_at" },
      },
      challenge,
      [ofChallenge],
    ],
    [
      { kind: "EQUIVOCATION_FOUND", step: 5, clock: sql`evidence.known_at` },
      sql`from nektar.evidence as evidence`,
      [equivocation, ofOffence("evidence")],
    ],
    [
      { kind: "REPORT_COMMITTED", step: 6, clock: sql`sent.created_at`, tx: sql`sent.hash` },
      sql`from nektar.transaction as sent`,
      sent(sql`'report:' || ${slash("evidence_hash")} || ':' || ${slash("reporter")}`),
    ],
    [
      { kind: "PROOF_SENT", step: 7, clock: sql`sent.created_at`, tx: sql`sent.hash` },
      sql`from nektar.transaction as sent`,
      sent(sql`'equivocation:' || ${slash("task_id")} || ':' || ${slash("operator")}`),
    ],
    [
      { kind: "SLASHED", step: 8, moment: { row: slash, of: "created_", at: "created_at" } },
      sql`from (select) as own`,
      [],
    ],
    [
      {
        ...{ kind: "PAID_OUT", step: 9, asset: sql`line.asset`, key: sql`line.asset` },
        moment: { row: rowOf("line"), of: "distributed_", at: "distributed_at" },
      },
      lines,
      [ofSlash],
    ],
    [
      {
        ...{ kind: "WITHDRAWN", step: 10, asset: sql`line.asset`, withdrawal: sql`hit.id`, key: sql`hit.id` },
        moment: { row: rowOf("hit"), of: "completed_", at: "completed_at" },
      },
      sql`${lines} cross join lateral ${withdrawalLossRows(rowOf("line"))} as hit`,
      [ofSlash],
    ],
  ];
  return sql`(${sql.join(
    events.map(([what, from, where]) => event(scope, what, from, where)),
    sql` union all `,
  )})`;
}

export const slashTimeline = list("SlashEvent", {
  source: slashTimelineRows,
  order: (event) => [event("timestamp"), event("step"), event("key")],
  typical: 10,
});

export const slashEvent: ObjectPlan = {
  fields: {
    kind: column("kind"),
    at: column("timestamp"),
    transaction: embedded("Transaction", {}, (event) => sql`${event("block")} is not null`),
    transactionHash: column("hash"),
    asset: one("Asset", { address: "asset" }),
    responseHash: column("response_hash"),
    withdrawal: one("Withdrawal", { id: "withdrawal" }),
  },
};
