import { sql } from "kysely";
import type { Hex } from "viem";
import { dustOf, lossesOf } from "../exposure/losses.ts";
import { readHash } from "../ids/readHash.ts";
import type { Plans } from "../plan/compile.ts";
import { connection } from "../plan/connection.ts";
import { column, found, globalId, one, origin, value } from "../plan/fields.ts";
import { list } from "../plan/list.ts";
import type { ObjectPlan, Use } from "../plan/objectType.ts";
import { constant } from "../plan/source.ts";
import { evidence, evidenceOfSlash } from "./evidence.ts";
import { challengeFilters, challenges, slashes, slashFilters } from "./lists.ts";
import { amountOf, slashLossRows, withdrawalLossRows } from "./losses.ts";
import { slashEvent, slashTimeline } from "./slashTimeline.ts";
import { challengeRows, poolSlashRows, slashRows } from "./sources.ts";
import { slashTotal, slashTotals } from "./totals.ts";

const challenge: ObjectPlan = {
  source: challengeRows,
  filters: challengeFilters,
  fields: {
    id: globalId("Challenge", "id"),
    challengeId: column("id"),
    task: one("Task", { id: "task_id" }),
    network: one("Network", { address: "network" }),
    challenger: column("challenger"),
    bondToken: column("bond_token"),
    bond: column("bond"),
    resolveBy: column("resolve_by"),
    outcome: column("outcome"),
    bondReturned: column("bond_returned"),
    bondHeld: column("bond_held"),
    raised: origin,
    resolvedAt: column("resolved_at"),
    resolvedTx: column("resolved_tx"),
  },
};

const slash: ObjectPlan = {
  source: slashRows,
  filters: slashFilters,
  fields: {
    id: globalId("Slash", "id"),
    slashId: column("id"),
    operator: one("Operator", { address: "operator" }),
    network: one("Network", { address: "network" }),
    task: one("Task", { id: "task_id" }),
    offence: column("offence"),
    reporter: column("reporter"),
    evidenceHash: column("evidence_hash"),
    challenge: (use) =>
      found(use, "Challenge", (row) => [
        sql`${row("id")} = ${use.row("evidence_hash")}`,
        sql`${use.row("offence")} = 'WRONG_RESPONSE'`,
      ]),
    fraction: column("fraction"),
    assets: list("AssetSlash", {
      by: { slash_id: "id" },
      // The pool's event follows in the same transaction as the magnitude's.
      where: (row) => [sql`${row("fraction")} is not null`],
      order: (row) => [row("block"), row("log_index")],
      typical: 2,
    }),
    transaction: origin,
    evidence: evidenceOfSlash,
    timeline: slashTimeline,
  },
};

const assetSlash: ObjectPlan = {
  source: poolSlashRows,
  fields: {
    asset: one("Asset", { address: "asset" }),
    magnitudeSlashed: column("magnitude_slashed"),
    magnitudeAfter: column("magnitude_after"),
    totalMagnitudeAfter: column("total_magnitude_after"),
    fraction: column("fraction"),
    activeSlashed: column("active_slashed"),
    queuedSlashed: column("queued_slashed"),
    assetsPerShareBefore: column("assets_per_share_before"),
    assetsPerShareAfter: column("assets_per_share_after"),
    totalAssetsAfter: column("total_assets_after"),
    totalShares: column("total_shares"),
    distributed: value((row) => sql`(${row("distributed_at")} is not null)`),
    reporterAmount: column("reporter_amount"),
    sink: column("sink"),
    sinkRecipient: column("sink_recipient"),
    sinkAmount: column("sink_amount"),
    distributedAt: column("distributed_at"),
    distributedTx: column("distributed_tx"),
    losses: lossesOf((_scope, slashed) => slashLossRows(slashed)),
    dust: dustOf((_scope, slashed) => slashLossRows(slashed), amountOf),
    withdrawals: list("SlashedWithdrawal", {
      source: (_scope, slashed) => withdrawalLossRows(slashed),
      order: (row) => [sql`${row("loss")} desc`, row("id")],
      typical: 10,
    }),
  },
};

const ruling: ObjectPlan = {
  source: constant("ruling"),
  fields: { verdict: column("verdict"), reason: column("reason"), transaction: origin },
};

const byId = (use: Use, type: string, argument: string, what: string) =>
  found(use, type, (row) => [
    sql`${row("id")} = ${use.args.field(argument).param("text", (id: Hex) => readHash(id, what))}`,
  ]);

export const slashingPlans: Plans = {
  objects: {
    ...{ Challenge: challenge, Slash: slash, AssetSlash: assetSlash, Ruling: ruling },
    ...{ Evidence: evidence, SlashEvent: slashEvent, SlashTotal: slashTotal },
    SlashedWithdrawal: {
      fields: { withdrawal: one("Withdrawal", { id: "id" }), loss: column("loss") },
    },
  },
  query: {
    challenge: (use) => byId(use, "Challenge", "challengeId", "A challenge's id"),
    challenges: connection(challenges),
    slash: (use) => byId(use, "Slash", "slashId", "A slash's id"),
    slashes: connection(slashes),
    slashTotals,
  },
};
