import type { Hex } from "viem";
import type { network, networkAsset, networkParameters } from "../ponder.schema.ts";
import { enumName } from "./enumName.ts";
import { lower, type Moment, originOf } from "./moment.ts";

type NetworkRow = typeof network.$inferInsert;
type ParametersRow = typeof networkParameters.$inferInsert;
type AssetRow = typeof networkAsset.$inferInsert;
/** `INetworkRegistry.NetworkParameters`, as Ponder decodes it. */
type Parameters = Omit<
  ParametersRow,
  "network" | "effectiveEpoch" | "slashSink" | "createdBlock" | "createdAt" | "createdTx"
> & { readonly slashSink: number };

/** `INetworkRegistry.NetworkStatus`, by number. */
const statuses = ["UNREGISTERED", "PENDING", "WHITELISTED", "SUSPENDED"] as const;

/** `INetworkRegistry.SlashSink`, by number. */
const sinks = ["BURN", "REWARD_POT", "RECIPIENT"] as const;

/** @throws {RangeError} for a number that the contract's enum does not hold. */
export const networkStatus = (status: number) => enumName("NetworkStatus", statuses, status);

/** @throws {RangeError} for a number that the contract's enum does not hold. */
export const slashSink = (sink: number) => enumName("SlashSink", sinks, sink);

/** A network begins as pending, without weight or operators. */
export function networkRegistered(
  args: { readonly network: Hex; readonly owner: Hex; readonly metadataURI: string },
  at: Moment,
): NetworkRow {
  return {
    address: lower(args.network),
    owner: lower(args.owner),
    metadataUri: args.metadataURI,
    status: "PENDING",
    totalWeight: 0n,
    operators: [],
    ...originOf(at),
  };
}

/** The parameters that hold from the start of `effectiveEpoch` on. */
export function parametersSet(
  args: {
    readonly network: Hex;
    readonly effectiveEpoch: bigint;
    readonly parameters: Parameters;
  },
  at: Moment,
): ParametersRow {
  const { parameters } = args;
  return {
    network: lower(args.network),
    effectiveEpoch: args.effectiveEpoch,
    minimumWeight: parameters.minimumWeight,
    minimumOperators: parameters.minimumOperators,
    quorumBps: parameters.quorumBps,
    performanceBps: parameters.performanceBps,
    responseWindow: parameters.responseWindow,
    challengeWindow: parameters.challengeWindow,
    resolutionWindow: parameters.resolutionWindow,
    feeToken: lower(parameters.feeToken),
    baseFee: parameters.baseFee,
    feePerByte: parameters.feePerByte,
    bondToken: lower(parameters.bondToken),
    bond: parameters.bond,
    wrongResponseSlashBps: parameters.wrongResponseSlashBps,
    equivocationSlashBps: parameters.equivocationSlashBps,
    challengerShareBps: parameters.challengerShareBps,
    reporterShareBps: parameters.reporterShareBps,
    slashSink: slashSink(parameters.slashSink),
    slashRecipient: lower(parameters.slashRecipient),
    ...originOf(at),
  };
}

export function networkAssetSet(
  args: { readonly network: Hex; readonly asset: Hex; readonly multiplier: bigint },
  at: Moment,
): AssetRow {
  return {
    network: lower(args.network),
    asset: lower(args.asset),
    multiplier: args.multiplier,
    ...originOf(at),
  };
}
