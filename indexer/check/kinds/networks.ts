import { sql } from "kysely";
import type {
  AggregateKeyCheckpointRow,
  NetworkAssetVersionRow,
  NetworkOperatorVersionRow,
  NetworkParametersRow,
  NetworkVersionRow,
  OperatorWeightVersionRow,
} from "../../../lib/database/indexerTables.ts";
import { versionsAt } from "../asOf.ts";
import { kind } from "../kind.ts";

/** `INetworkRegistry.NetworkStatus` and `SlashSink`, by number. */
const statuses = ["UNREGISTERED", "PENDING", "WHITELISTED", "SUSPENDED"];
const sinks = ["BURN", "REWARD_POT", "RECIPIENT"];

export const networks = kind<NetworkVersionRow>({
  name: "networks",
  key: ["address"],
  rowsAt: (point) => versionsAt("network", point),
  factsOf: (row) => ({ status: row.status, owner: row.owner, totalWeight: row.total_weight }),
  factsOnChain: async ({ address }, { networkRegistry, stakeRegistry }, at) => ({
    status: statuses[await networkRegistry.read.statusOf([address], at)],
    owner: await networkRegistry.read.ownerOf([address], at),
    totalWeight: await stakeRegistry.read.totalWeightOf([address], at),
  }),
});

/** Those in force in the point's epoch. */
export const parameters = kind<NetworkParametersRow>({
  name: "parameters in force",
  key: ["network"],
  rowsAt: ({ block, epoch }) =>
    sql`select distinct on (network) * from indexer.network_parameters
      where created_block <= ${block} and effective_epoch <= ${epoch} order by network, effective_epoch desc`,
  factsOf: (row) => ({
    minimumWeight: row.minimum_weight,
    minimumOperators: row.minimum_operators,
    quorumBps: row.quorum_bps,
    performanceBps: row.performance_bps,
    responseWindow: row.response_window,
    challengeWindow: row.challenge_window,
    resolutionWindow: row.resolution_window,
    feeToken: row.fee_token,
    baseFee: row.base_fee,
    feePerByte: row.fee_per_byte,
    bondToken: row.bond_token,
    bond: row.bond,
    wrongResponseSlashBps: row.wrong_response_slash_bps,
    equivocationSlashBps: row.equivocation_slash_bps,
    challengerShareBps: row.challenger_share_bps,
    reporterShareBps: row.reporter_share_bps,
    slashSink: row.slash_sink,
    slashRecipient: row.slash_recipient,
  }),
  factsOnChain: async ({ network }, { networkRegistry }, at) => {
    const [inForce] = await networkRegistry.read.parametersOf([network], at);
    return { ...inForce, slashSink: sinks[inForce.slashSink] };
  },
});

export const acceptedAssets = kind<NetworkAssetVersionRow>({
  name: "accepted assets",
  key: ["network", "asset"],
  rowsAt: (point) => versionsAt("network_asset", point),
  factsOf: (row) => ({ multiplier: row.multiplier }),
  factsOnChain: async ({ network, asset }, { networkRegistry }, at) => ({
    multiplier: await networkRegistry.read.multiplierOf([network, asset], at),
  }),
});

export const memberships = kind<NetworkOperatorVersionRow>({
  name: "memberships",
  key: ["network", "operator"],
  rowsAt: (point) => versionsAt("network_operator", point),
  factsOf: (row) => ({ optedIn: row.opted_in, weight: row.weight }),
  factsOnChain: async ({ network, operator }, { networkRegistry, stakeRegistry }, at) => ({
    optedIn: await networkRegistry.read.isOptedIn([network, operator], at),
    weight: await stakeRegistry.read.weightOf([network, operator], at),
  }),
});

export const weights = kind<OperatorWeightVersionRow>({
  name: "weights by asset",
  key: ["network", "operator", "asset"],
  rowsAt: (point) => versionsAt("operator_weight", point),
  factsOf: (row) => ({ weight: row.weight }),
  factsOnChain: async ({ network, operator, asset }, { stakeRegistry }, at) => ({
    weight: await stakeRegistry.read.assetWeightOf([network, operator, asset], at),
  }),
});

export const aggregateKeys = kind<AggregateKeyCheckpointRow>({
  name: "sums of keys",
  key: ["network"],
  rowsAt: ({ block }) =>
    sql`select distinct on (network) * from indexer.aggregate_key_checkpoint
      where block <= ${block} order by network, block desc, log_index desc`,
  factsOf: (row) => ({ aggregateKey: row.aggregate_key }),
  factsOnChain: async ({ network }, { stakeRegistry }, at) => ({
    aggregateKey: await stakeRegistry.read.aggregateKeyOf([network], at),
  }),
});
