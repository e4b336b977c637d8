import { type ContractConstructorArgs, type Hex, zeroAddress } from "viem";
import type { factorizationNetworkAbi } from "../generated/factorizationNetwork.ts";

/** `NetworkParameters` of INetworkRegistry.sol. */
export type NetworkParameters = ContractConstructorArgs<typeof factorizationNetworkAbi>[3];
type Chosen = Omit<NetworkParameters, "feeToken" | "bondToken" | "slashRecipient">;
/** What a demonstration may choose for both networks; tokens are the demonstration's own. */
export type DemoParameters = Partial<Chosen>;

const one = 10n ** 18n;
/** `INetworkRegistry.SlashSink`. */
const burn = 0;
const rewardPot = 1;

const shared: Chosen = {
  minimumWeight: one,
  minimumOperators: 0,
  quorumBps: 6_667,
  performanceBps: 5_000,
  responseWindow: 60n,
  challengeWindow: 30n,
  resolutionWindow: 0n,
  baseFee: one,
  feePerByte: 10n ** 15n,
  bond: 100n * one,
  wrongResponseSlashBps: 1_000,
  equivocationSlashBps: 5_000,
  challengerShareBps: 2_000,
  reporterShareBps: 1_000,
  slashSink: burn,
};

/** Its verifier decides a challenge at once; what is slashed is burned. */
export function factorizationParameters(rewardToken: Hex, chosen: DemoParameters): NetworkParameters {
  return withTokens({ ...shared, ...chosen }, rewardToken);
}

/** Its arbiter has two minutes to decide a challenge; what is slashed is paid to the network's honest operators. */
export function priceParameters(rewardToken: Hex, chosen: DemoParameters): NetworkParameters {
  return withTokens({ ...shared, resolutionWindow: 120n, slashSink: rewardPot, ...chosen }, rewardToken);
}

function withTokens(parameters: Chosen, rewardToken: Hex): NetworkParameters {
  return { ...parameters, feeToken: rewardToken, bondToken: rewardToken, slashRecipient: zeroAddress };
}
