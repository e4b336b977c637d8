import { keccak256 } from "viem";
import type { NetworkParametersRow } from "../../../lib/database/indexerTables.ts";
import { type Check, eventsOf, lastOfBlock, lower, sinks } from "./comparison.ts";

const statuses = ["UNREGISTERED", "PENDING", "WHITELISTED", "SUSPENDED"];

/** Networks, their parameters and assets. */
export const checkNetworks: Check = async (db, protocol, blockNumber) => {
  const { client, networkRegistry, stakeRegistry, deployment } = protocol;
  const networks = await db.selectFrom("indexer.network").selectAll().execute();
  const parameters = await db.selectFrom("indexer.network_parameters").selectAll().execute();
  const assets = await db.selectFrom("indexer.network_asset").selectAll().execute();
  const { timestamp } = await client.getBlock({ blockNumber });
  const epoch = (timestamp - BigInt(deployment.epoch.genesis)) / BigInt(deployment.epoch.lengthSeconds);
  const registered = await eventsOf(protocol, networkRegistry, "NetworkRegistered");
  const set = await eventsOf(protocol, networkRegistry, "NetworkParametersSet");

  const comparisons = networks.map(async (row) => {
    const at = { ...networkRegistry, args: [row.address], blockNumber } as const;
    const inForce = parameters
      .filter((step) => step.network === row.address && step.effective_epoch <= epoch)
      .sort((a, b) => Number(b.effective_epoch - a.effective_epoch))[0];
    const [wanted] = await client.readContract({ ...at, functionName: "parametersOf" });
    const [accepted, multipliers] = await client.readContract({ ...at, functionName: "assetsOf" });
    return [
      {
        what: "network",
        rows: [row.status, row.owner, row.total_weight],
        chain: [
          statuses[await client.readContract({ ...at, functionName: "statusOf" })],
          lower(await client.readContract({ ...at, functionName: "ownerOf" })),
          await client.readContract({ ...at, ...stakeRegistry, functionName: "totalWeightOf" }),
        ],
      },
      {
        what: "parameters in force",
        rows: inForce && inForceOf(inForce),
        chain: {
          ...wanted,
          feeToken: lower(wanted.feeToken),
          bondToken: lower(wanted.bondToken),
          slashSink: sinks[wanted.slashSink],
          slashRecipient: lower(wanted.slashRecipient),
        },
      },
      {
        what: "accepted assets",
        rows: assets
          .filter((one) => one.network === row.address && one.multiplier > 0n)
          .map((one) => [one.asset, one.multiplier])
          .sort(),
        chain: accepted.map((asset, index) => [lower(asset), multipliers[index]]).sort(),
      },
    ];
  });
  return [
    { what: "number of networks", rows: networks.length, chain: registered.length },
    { what: "number of parameters", rows: parameters.length, chain: set.length },
    ...(await Promise.all(comparisons)).flat(),
  ];
};

function inForceOf(row: NetworkParametersRow) {
  return {
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
  };
}

/** Memberships, weights, and sums of keys at every step in time. */
export const checkWeights: Check = async (db, protocol, blockNumber) => {
  const { client, networkRegistry, stakeRegistry } = protocol;
  const members = await db.selectFrom("indexer.network_operator").selectAll().execute();
  const weights = await db.selectFrom("indexer.operator_weight").selectAll().execute();
  const keys = await db.selectFrom("indexer.aggregate_key_checkpoint").selectAll().execute();
  const weightAt = (row: { network: `0x${string}`; operator: `0x${string}` }, block: bigint) =>
    client.readContract({
      ...stakeRegistry,
      functionName: "weightAt",
      args: [row.network, row.operator, block],
      blockNumber,
    });
  const past = (block: bigint) => block < blockNumber;

  const pastKeys = lastOfBlock(keys, (row) => row.network).filter((row) => past(row.block));
  const keyUpdates = await eventsOf(protocol, stakeRegistry, "AggregateKeyUpdated");

  return [
    {
      what: "memberships",
      rows: members.map((row) => [row.operator, row.opted_in, row.weight, row.weight_before]),
      chain: await Promise.all(
        members.map(async (row) => {
          const args = [row.network, row.operator] as const;
          return [
            row.operator,
            await client.readContract({ ...networkRegistry, functionName: "isOptedIn", args, blockNumber }),
            await client.readContract({ ...stakeRegistry, functionName: "weightOf", args, blockNumber }),
            await weightAt(row, row.weight_block - 1n),
          ];
        }),
      ),
    },
    {
      what: "weights per asset",
      rows: weights.map((row) => row.weight),
      chain: await Promise.all(
        weights.map((row) =>
          client.readContract({
            ...stakeRegistry,
            functionName: "assetWeightOf",
            args: [row.network, row.operator, row.asset],
            blockNumber,
          }),
        ),
      ),
    },
    { what: "number of sums of keys", rows: keys.length, chain: keyUpdates.length },
    {
      what: "hashes of sums of keys at past blocks",
      rows: pastKeys.map((row) => keccak256(row.aggregate_key)),
      chain: await Promise.all(
        pastKeys.map((row) =>
          client.readContract({
            ...stakeRegistry,
            functionName: "aggregateKeyHashAt",
            args: [row.network, row.block],
            blockNumber,
          }),
        ),
      ),
    },
  ];
};
