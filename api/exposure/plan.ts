import { sql } from "kysely";
import { fullMagnitude } from "../allocations/magnitude.ts";
import { assetsDown } from "../delegations/sharesToAssets.ts";
import { badInput } from "../errors.ts";
import type { Plans } from "../plan/compile.ts";
import { column, one, value } from "../plan/fields.ts";
import { type ListOptions, list } from "../plan/list.ts";
import type { FieldPlan, ObjectPlan, Row, Use } from "../plan/objectType.ts";
import type { Sql } from "../plan/text.ts";
import { delegatorLoss, dustOf, lossesOf } from "./losses.ts";
import { delegatorExposure } from "./ofDelegator.ts";
import { lossRows, slashedRows } from "./sources.ts";

const everything = sql`${sql.lit(fullMagnitude)}`;

/** The largest first. */
const options: ListOptions = {
  source: (scope) => slashedRows(scope, everything),
  order: (row) => [sql`${row("amount")} desc`, row("network"), row("operator"), row("asset")],
  typical: 10,
};

export const exposureOfOperator = list("Exposure", { ...options, by: { operator: "address" } });
export const exposureOfNetwork = list("Exposure", { ...options, by: { network: "address" } });

const given = ({ args }: Use, row: Row, names: readonly string[]): Sql[] =>
  names
    .filter((name) => !args.field(name).isNull)
    .map((name) => sql`${row(name)} = ${args.field(name).param("text")}`);

const exposure: FieldPlan = (use) =>
  list("Exposure", { ...options, where: (row) => given(use, row, ["network", "operator", "asset"]) })(use);

const simulateSlash: FieldPlan = (use) => {
  const fraction = use.args.field("fraction").param("numeric", (part: bigint) => {
    if (part < 0n || part > fullMagnitude)
      throw badInput("`fraction` is from 0 to 1000000000000000000 (1e18 = all).");
    return part.toString();
  });
  return list("SimulatedSlash", {
    source: (scope) => slashedRows(scope, fraction),
    where: (row) => given(use, row, ["network", "operator"]),
    order: (row) => [row("asset")],
    typical: 2,
  })(use);
};

const pool = {
  network: one("Network", { address: "network" }),
  operator: one("Operator", { address: "operator" }),
  asset: one("Asset", { address: "asset" }),
};
/** As the event `PoolSlashed` has it. */
const active = value((row) => sql`(${row("amount")} - ${row("queued_slashed")})`);
const rate = (assets: string) => value((row) => assetsDown(everything, row(assets), row("total_shares")));

const exposureType: ObjectPlan = {
  fields: {
    ...pool,
    magnitude: column("magnitude"),
    totalMagnitude: column("total_magnitude"),
    totalAssets: column("total_assets"),
    slashable: column("amount"),
    active,
    queued: column("queued_slashed"),
  },
};

const simulated: ObjectPlan = {
  fields: {
    ...pool,
    magnitudeSlashed: column("slashed"),
    magnitudeAfter: value((row) => sql`(${row("magnitude")} - ${row("slashed")})`),
    totalMagnitudeAfter: value((row) => sql`(${row("total_magnitude")} - ${row("slashed")})`),
    totalAssetsAfter: column("assets_after"),
    activeSlashed: active,
    queuedSlashed: column("queued_slashed"),
    assetsPerShareBefore: rate("total_assets"),
    assetsPerShareAfter: rate("assets_after"),
    losses: lossesOf(lossRows),
    dust: dustOf(lossRows, (row) => row("amount")),
  },
};

export const exposurePlans: Plans = {
  objects: {
    Exposure: exposureType,
    SimulatedSlash: simulated,
    DelegatorLoss: delegatorLoss,
    DelegatorExposure: delegatorExposure,
  },
  query: { exposure, simulateSlash },
};
