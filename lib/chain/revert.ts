import { BaseError, decodeErrorResult, type Hex, RawContractError } from "viem";
import { accessManagerAbi } from "../../contracts/generated/accessManager.ts";
import { challengeManagerAbi } from "../../contracts/generated/challengeManager.ts";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import { slashingManagerAbi } from "../../contracts/generated/slashingManager.ts";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { NektarError } from "../errors/NektarError.ts";

/** A contract refused a call, with the custom error it named; `UNKNOWN` when it named none of ours. */
export class RevertedError extends NektarError {
  readonly code = "REVERTED";
  readonly reason: string;

  constructor(reason: string, details: Record<string, unknown>, options?: ErrorOptions) {
    super(`The contract refuses the call: ${reason}.`, { ...details, reason }, options);
    this.reason = reason;
  }
}

const errorsOfContracts = [
  ...taskManagerAbi,
  ...rewardsCoordinatorAbi,
  ...stakeRegistryAbi,
  ...accessManagerAbi,
  ...slashingManagerAbi,
  ...challengeManagerAbi,
].filter((entry) => entry.type === "error");

/**
 * What a failed call or estimate says about a revert, e.g. `TaskNotOpen(0x…)`; undefined when the call failed otherwise
 * (network, node), so that nothing may be concluded from it.
 */
export function revertReason(error: unknown): string | undefined {
  if (!(error instanceof BaseError)) return undefined;
  const data = revertData(error);
  if (data !== undefined) return decodeReason(data);
  const isRevert = error.walk((cause) => (cause as Error).name === "ExecutionRevertedError") !== null;
  return isRevert ? "UNKNOWN" : undefined;
}

function revertData(error: BaseError): Hex | undefined {
  const holder = error.walk((cause) => cause instanceof RawContractError || dataOf(cause) !== undefined);
  return holder === null ? undefined : dataOf(holder);
}

function dataOf(cause: unknown): Hex | undefined {
  const data = (cause as { data?: unknown }).data;
  const hex = typeof data === "object" && data !== null ? (data as { data?: unknown }).data : data;
  return typeof hex === "string" && /^0x([0-9a-f]{2})+$/i.test(hex) ? (hex as Hex) : undefined;
}

function decodeReason(data: Hex): string {
  try {
    const { errorName, args = [] } = decodeErrorResult({ abi: errorsOfContracts, data });
    return `${errorName}(${(args as readonly unknown[]).map(String).join(", ")})`;
  } catch {
    return "UNKNOWN";
  }
}
