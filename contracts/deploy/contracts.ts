import { encodeDeployData, type Hex } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { accessManagerAbi, accessManagerBytecode } from "../generated/accessManager.ts";
import { allocationManagerAbi, allocationManagerBytecode } from "../generated/allocationManager.ts";
import { challengeManagerAbi, challengeManagerBytecode } from "../generated/challengeManager.ts";
import { delegationManagerAbi, delegationManagerBytecode } from "../generated/delegationManager.ts";
import { epochClockAbi, epochClockBytecode } from "../generated/epochClock.ts";
import { networkRegistryAbi, networkRegistryBytecode } from "../generated/networkRegistry.ts";
import { operatorRegistryAbi, operatorRegistryBytecode } from "../generated/operatorRegistry.ts";
import { rewardsCoordinatorAbi, rewardsCoordinatorBytecode } from "../generated/rewardsCoordinator.ts";
import { slashingManagerAbi, slashingManagerBytecode } from "../generated/slashingManager.ts";
import { stakeRegistryAbi, stakeRegistryBytecode } from "../generated/stakeRegistry.ts";
import { taskManagerAbi, taskManagerBytecode } from "../generated/taskManager.ts";
import { contractSalt, create3Address } from "./addresses.ts";

export type ContractName = keyof Deployment["contracts"];

/** In the order of deployment: the AccessManager first, since it remembers the block at which indexing starts. */
export const contractNames = [
  "accessManager",
  "epochClock",
  "operatorRegistry",
  "networkRegistry",
  "delegationManager",
  "allocationManager",
  "stakeRegistry",
  "taskManager",
  "challengeManager",
  "slashingManager",
  "rewardsCoordinator",
] as const satisfies readonly ContractName[];

const bytecodes = [
  accessManagerBytecode,
  epochClockBytecode,
  operatorRegistryBytecode,
  networkRegistryBytecode,
  delegationManagerBytecode,
  allocationManagerBytecode,
  stakeRegistryBytecode,
  taskManagerBytecode,
  challengeManagerBytecode,
  slashingManagerBytecode,
  rewardsCoordinatorBytecode,
] as const;

/** The salt of a contract of the protocol in the deployment `label`. */
export function protocolSalt(label: string, name: ContractName): Hex {
  return contractSalt(label, name, bytecodes);
}

/** Where the protocol's contracts are or will be, whatever their constructors are told. Lowercase. */
export function protocolAddresses(deployer: Hex, label: string): Deployment["contracts"] {
  const at = (name: ContractName) => create3Address(deployer, protocolSalt(label, name));
  return {
    accessManager: at("accessManager"),
    epochClock: at("epochClock"),
    operatorRegistry: at("operatorRegistry"),
    networkRegistry: at("networkRegistry"),
    delegationManager: at("delegationManager"),
    allocationManager: at("allocationManager"),
    stakeRegistry: at("stakeRegistry"),
    taskManager: at("taskManager"),
    challengeManager: at("challengeManager"),
    slashingManager: at("slashingManager"),
    rewardsCoordinator: at("rewardsCoordinator"),
  };
}

export type ConstructorValues = {
  readonly admin: Hex;
  readonly genesis: bigint;
  readonly epochLength: bigint;
  readonly withdrawalDelay: bigint;
  readonly allocationDelay: bigint;
  readonly deallocationDelay: bigint;
  readonly activationDelay: bigint;
};

/** Creation code with constructor arguments of every contract of the protocol. */
export function protocolCreationCode(
  at: Deployment["contracts"],
  values: ConstructorValues,
): Record<ContractName, Hex> {
  return {
    accessManager: encodeDeployData({
      abi: accessManagerAbi,
      bytecode: accessManagerBytecode,
      args: [values.admin],
    }),
    epochClock: encodeDeployData({
      abi: epochClockAbi,
      bytecode: epochClockBytecode,
      args: [values.genesis, values.epochLength],
    }),
    operatorRegistry: encodeDeployData({
      abi: operatorRegistryAbi,
      bytecode: operatorRegistryBytecode,
      args: [at.accessManager, at.epochClock],
    }),
    networkRegistry: encodeDeployData({
      abi: networkRegistryAbi,
      bytecode: networkRegistryBytecode,
      args: [at.accessManager, at.epochClock, at.operatorRegistry, at.delegationManager, at.stakeRegistry],
    }),
    delegationManager: encodeDeployData({
      abi: delegationManagerAbi,
      bytecode: delegationManagerBytecode,
      args: [
        at.accessManager,
        at.operatorRegistry,
        at.allocationManager,
        at.slashingManager,
        values.withdrawalDelay,
      ],
    }),
    allocationManager: encodeDeployData({
      abi: allocationManagerAbi,
      bytecode: allocationManagerBytecode,
      args: [
        at.accessManager,
        at.networkRegistry,
        at.operatorRegistry,
        at.slashingManager,
        values.allocationDelay,
        values.deallocationDelay,
      ],
    }),
    stakeRegistry: encodeDeployData({
      abi: stakeRegistryAbi,
      bytecode: stakeRegistryBytecode,
      args: [at.networkRegistry, at.operatorRegistry, at.delegationManager, at.allocationManager],
    }),
    taskManager: encodeDeployData({
      abi: taskManagerAbi,
      bytecode: taskManagerBytecode,
      args: [
        at.accessManager,
        at.networkRegistry,
        at.operatorRegistry,
        at.stakeRegistry,
        at.rewardsCoordinator,
        at.challengeManager,
      ],
    }),
    challengeManager: encodeDeployData({
      abi: challengeManagerAbi,
      bytecode: challengeManagerBytecode,
      args: [
        at.accessManager,
        at.networkRegistry,
        at.stakeRegistry,
        at.taskManager,
        at.slashingManager,
        at.rewardsCoordinator,
      ],
    }),
    slashingManager: encodeDeployData({
      abi: slashingManagerAbi,
      bytecode: slashingManagerBytecode,
      args: [at.accessManager, at],
    }),
    rewardsCoordinator: encodeDeployData({
      abi: rewardsCoordinatorAbi,
      bytecode: rewardsCoordinatorBytecode,
      args: [
        at.accessManager,
        at.epochClock,
        at.networkRegistry,
        at.operatorRegistry,
        at.taskManager,
        at.challengeManager,
        at.slashingManager,
        values.activationDelay,
      ],
    }),
  };
}
