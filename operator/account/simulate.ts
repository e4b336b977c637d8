import { type Abi, BaseError, ContractFunctionRevertedError, encodeFunctionData } from "viem";
import { allocationManagerAbi } from "../../contracts/generated/allocationManager.ts";
import { delegationManagerAbi } from "../../contracts/generated/delegationManager.ts";
import { networkRegistryAbi } from "../../contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../../contracts/generated/operatorRegistry.ts";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { CallRefusedError } from "./accountErrors.ts";
import type { PlanContext, PlannedCall } from "./Plan.ts";

/** A contract passes on the errors of those that it calls. */
const errors: Abi = [
  ...allocationManagerAbi,
  ...delegationManagerAbi,
  ...networkRegistryAbi,
  ...operatorRegistryAbi,
  ...rewardsCoordinatorAbi,
  ...stakeRegistryAbi,
  ...taskManagerAbi,
].filter((entry) => entry.type === "error");

/**
 * Tries a call on the newest state.
 *
 * @returns its data and a gas limit, a fifth above the estimate.
 * @throws {CallRefusedError} naming the contract's reason.
 */
export async function simulate({ client, account }: PlanContext, call: PlannedCall) {
  const { address, abi, functionName, args } = call;
  try {
    await client.simulateContract({ address, abi: [...abi, ...errors], functionName, args, account });
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    throw new CallRefusedError(
      `The contract refuses to ${call.what}: ${reason}.`,
      { reason },
      { cause: error },
    );
  }
  const data = encodeFunctionData({ abi, functionName, args });
  const estimate = await client.estimateGas({ account, to: address, data });
  return { to: address, data, gas: (estimate * 6n) / 5n + 1n };
}

/** The custom error that a contract named; undefined when the call failed otherwise (network, node). */
function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof BaseError)) return undefined;
  const revert = error.walk((cause) => cause instanceof ContractFunctionRevertedError);
  if (!(revert instanceof ContractFunctionRevertedError)) return undefined;
  const { data } = revert;
  return data === undefined
    ? (revert.reason ?? "it gives no reason")
    : `${data.errorName}(${(data.args ?? []).map(String).join(", ")})`;
}
