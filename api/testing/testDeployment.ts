import { type Address, keccak256, toHex } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";

const contract = (name: string) => keccak256(toHex(name)).slice(0, 42) as Address;

/** Epochs of 1000 s from 1,700,000,000 on. */
export const testDeployment: Deployment = {
  chainId: 31337,
  genesisHash: keccak256(toHex("genesis")),
  startBlock: 1,
  epoch: { genesis: 1_700_000_000, lengthSeconds: 1_000 },
  contracts: {
    accessManager: contract("AccessManager"),
    epochClock: contract("EpochClock"),
    operatorRegistry: contract("OperatorRegistry"),
    networkRegistry: contract("NetworkRegistry"),
    delegationManager: contract("DelegationManager"),
    allocationManager: contract("AllocationManager"),
    stakeRegistry: contract("StakeRegistry"),
    taskManager: contract("TaskManager"),
    challengeManager: contract("ChallengeManager"),
    slashingManager: contract("SlashingManager"),
    rewardsCoordinator: contract("RewardsCoordinator"),
  },
  codeHashes: {},
};
