import type { Hex } from "viem";
import type { network, networkAsset, networkParameters } from "../ponder.schema.ts";
import { lower, type Moment, originOf } from "./moment.ts";

type NetworkRow = typeof network.$inferInsert;
type ParametersRow = typeof networkParameters.$inferInsert;
type AssetRow = typeof networkAsset.$inferInsert;

/** `INetworkRegistry.NetworkStatus`, by number. */
const statuses = ["UNREGISTERED", "PENDING", "WHITELISTED", "SUSPENDED"] as const;

/** @throws {RangeError} for a number that the contract's enum does not hold. */
export function networkStatus(status: number): (typeof statuses)[number] {
  const name = statuses[status];
  if (name === undefined) throw new RangeError(`NetworkStatusChanged with the unknown status ${status}`);
  return name;
}

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
    readonly parameters: Omit<
      ParametersRow,
      "network" | "effectiveEpoch" | "createdBlock" | "createdAt" | "createdTx"
    >;
  },
  at: Moment,
): ParametersRow {
  const { parameters } = args;
  return {
    network: lower(args.network),
    effectiveEpoch: args.effectiveEpoch,
    minimumWeight: parameters.minimumWeight,
    quorumBps: parameters.quorumBps,
    responseWindow: parameters.responseWindow,
    challengeWindow: parameters.challengeWindow,
    performanceBps: parameters.performanceBps,
    feeToken: lower(parameters.feeToken),
    baseFee: parameters.baseFee,
    feePerByte: parameters.feePerByte,
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
