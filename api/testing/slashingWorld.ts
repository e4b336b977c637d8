import type { Hex } from "viem";
import type {
  AllocationRow,
  ChallengeRow,
  PoolMagnitudeRow,
  PoolSlashRow,
  SlashRow,
} from "../../lib/database/indexerTables.ts";
import { addressOf, hashOf } from "./identities.ts";
import * as world from "./world.ts";

const { assets, networks, operators, origin, since, taskId, token, unit } = world;
/** 1e18 is all of a pool that was never slashed. */
const percent = unit / 100n;

export const challenger = addressOf("challenger");
export const challengeId = (number: number): Hex => hashOf(`challenge ${number}`);
export const slashId = (number: number): Hex => hashOf(`slash ${number}`);

const challenge = {
  network: networks[0],
  challenger,
  bond_token: token,
  bond: 100n * unit,
  bond_returned: null,
  bond_held: 0n,
  resolved_block: null,
  resolved_at: null,
  resolved_tx: null,
};
const resolved = (block: bigint, bond_returned: bigint) => ({
  bond_returned,
  resolved_block: block,
  ...since(origin(block)),
  resolved_at: origin(block).created_at,
  resolved_tx: origin(block).created_tx,
});

/** One of each outcome, oldest first. */
export const challenges: readonly ChallengeRow[] = [
  {
    ...{ ...challenge, id: challengeId(0), task_id: taskId(9), outcome: "DISMISSED", ...origin(506n) },
    ...{ resolve_by: origin(514n).created_at, ...resolved(515n, 100n * unit) },
  },
  {
    ...{ ...challenge, id: challengeId(1), task_id: taskId(world.rejectedTask), outcome: "UPHELD" },
    ...{ ...origin(508n), resolve_by: origin(528n).created_at, ...resolved(510n, 100n * unit) },
  },
  {
    ...{ ...challenge, id: challengeId(2), task_id: taskId(12), outcome: "FAILED", ...origin(512n) },
    ...{ resolve_by: origin(532n).created_at, ...resolved(530n, 0n) },
  },
  {
    ...{ ...challenge, id: challengeId(3), task_id: taskId(world.challengedTask), outcome: "PENDING" },
    ...{
      ...origin(550n),
      ...since(origin(550n)),
      challenger: addressOf("challenger two"),
      resolve_by: origin(570n).created_at,
    },
  },
];

/** Two signers of a wrong response in one transaction, later one of them for two answers to an open task. */
export const slashes: readonly SlashRow[] = [
  {
    ...{ id: slashId(0), operator: operators[0], network: networks[0], task_id: taskId(world.rejectedTask) },
    ...{ offence: "WRONG_RESPONSE", reporter: challenger, evidence_hash: challengeId(1) },
    ...{ fraction: 10n * percent, created_log_index: 3, ...origin(510n) },
  },
  {
    ...{ id: slashId(1), operator: operators[1], network: networks[0], task_id: taskId(world.rejectedTask) },
    ...{ offence: "WRONG_RESPONSE", reporter: challenger, evidence_hash: challengeId(1) },
    ...{ fraction: 10n * percent, created_log_index: 8, ...origin(510n) },
  },
  {
    ...{ id: slashId(2), operator: operators[1], network: networks[0], task_id: taskId(22) },
    ...{ offence: "EQUIVOCATION", reporter: addressOf("reporter"), evidence_hash: hashOf("evidence") },
    ...{ fraction: 50n * percent, created_log_index: 2, ...origin(540n) },
  },
];

const place = (block: bigint, log_index: number) => ({
  block,
  log_index,
  timestamp: origin(block).created_at,
});
const notDistributed = {
  ...{ reporter_amount: null, sink: null, sink_recipient: null, sink_amount: null },
  ...{ distributed_block: null, distributed_at: null, distributed_tx: null },
};

/** Of the second slash nothing is paid out yet; the third took of two pools. */
export const poolSlashes: readonly PoolSlashRow[] = [
  {
    ...{ slash_id: slashId(0), operator: operators[0], asset: assets[0], network: networks[0] },
    ...{
      magnitude_slashed: 4n * percent,
      magnitude_after: 36n * percent,
      total_magnitude_after: 96n * percent,
    },
    ...{ fraction: 4n * percent, active_slashed: 15n * unit, queued_slashed: unit },
    ...{ assets_per_share_before: unit, assets_per_share_after: 96n * percent },
    ...{ total_assets_after: 384n * unit, total_shares: 400n * unit },
    ...{ reporter_amount: 3n * unit, sink: "REWARD_POT", sink_recipient: addressOf("RewardsCoordinator") },
    ...{
      sink_amount: 13n * unit,
      distributed_block: 510n,
      distributed_at: origin(510n).created_at,
      ...place(510n, 4),
    },
    distributed_tx: origin(510n).created_tx,
  },
  {
    ...{ slash_id: slashId(1), operator: operators[1], asset: assets[0], network: networks[0] },
    ...{
      magnitude_slashed: 5n * percent,
      magnitude_after: 45n * percent,
      total_magnitude_after: 95n * percent,
    },
    ...{ fraction: 5n * percent, active_slashed: 14n * unit, queued_slashed: unit },
    ...{ assets_per_share_before: unit, assets_per_share_after: 95n * percent },
    ...{ total_assets_after: 285n * unit, total_shares: 300n * unit },
    ...{ ...notDistributed, ...place(510n, 9) },
  },
  {
    ...{ slash_id: slashId(2), operator: operators[1], asset: assets[0], network: networks[0] },
    ...{
      magnitude_slashed: 25n * percent,
      magnitude_after: 25n * percent,
      total_magnitude_after: 70n * percent,
    },
    ...{ fraction: 263_157_894_736_842_106n, active_slashed: 75n * unit, queued_slashed: 0n },
    ...{ assets_per_share_before: 95n * percent, assets_per_share_after: 70n * percent },
    ...{ total_assets_after: 210n * unit, total_shares: 300n * unit },
    ...{ reporter_amount: 7n * unit, sink: "REWARD_POT", sink_recipient: addressOf("RewardsCoordinator") },
    ...{
      sink_amount: 68n * unit,
      distributed_block: 541n,
      distributed_at: origin(541n).created_at,
      ...place(540n, 3),
    },
    distributed_tx: origin(541n).created_tx,
  },
  {
    ...{ slash_id: slashId(2), operator: operators[1], asset: assets[1], network: networks[0] },
    ...{
      magnitude_slashed: 50n * percent,
      magnitude_after: 50n * percent,
      total_magnitude_after: 50n * percent,
    },
    ...{ fraction: 50n * percent, active_slashed: 500n, queued_slashed: 0n },
    ...{ assets_per_share_before: unit, assets_per_share_after: 50n * percent },
    ...{ total_assets_after: 500n, total_shares: 1_000n },
    ...{ ...notDistributed, ...place(540n, 6) },
  },
];

export const poolMagnitudes: readonly PoolMagnitudeRow[] = [
  { operator: operators[0], asset: assets[0], total_magnitude: 96n * percent, ...since(origin(510n)) },
  { operator: operators[1], asset: assets[0], total_magnitude: 70n * percent, ...since(origin(540n)) },
];

const { timestamp: now } = world.indexed;
const allocation = { network: networks[0], asset: assets[0], ...origin(19n), ...since(origin(19n)) };

/** In force; waiting; over; in force since this very second; another network's. */
export const allocations: readonly AllocationRow[] = [
  {
    ...{ ...allocation, operator: operators[0], effective_at: now - 4_000n },
    ...{ magnitude: 36n * percent, next_magnitude: 36n * percent },
  },
  {
    ...{ ...allocation, operator: operators[1], effective_at: now + 400n },
    ...{ magnitude: 25n * percent, next_magnitude: 60n * percent },
  },
  {
    ...{ ...allocation, operator: operators[1], asset: assets[1], effective_at: now - 1n },
    ...{ magnitude: 50n * percent, next_magnitude: 0n },
  },
  {
    ...{ ...allocation, operator: operators[2], effective_at: now },
    ...{ magnitude: 0n, next_magnitude: unit },
  },
  {
    ...{ ...allocation, operator: operators[3], network: networks[1], effective_at: now - 4_000n },
    ...{ magnitude: unit, next_magnitude: unit },
  },
];
