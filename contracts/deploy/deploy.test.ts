import { type Hex, keccak256 } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploymentSchema } from "../../lib/chain/deployment.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { accessManagerAbi } from "../generated/accessManager.ts";
import { create3FactoryAbi } from "../generated/create3Factory.ts";
import { networkRegistryAbi } from "../generated/networkRegistry.ts";
import { taskManagerAbi } from "../generated/taskManager.ts";
import { create3Address, factoryAddress } from "./addresses.ts";
import { requireUsableChain } from "./chain.ts";
import type { DeployConfig } from "./config.ts";
import { contractNames, protocolSalt } from "./contracts.ts";
import { deploy, plannedAddresses } from "./deploy.ts";
import { deployDemo } from "./deployDemo.ts";
import type { StepProgress } from "./TransactionBatch.ts";

/** anvil's first account. */
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const deployer = privateKeyToAccount(deployerKey).address;
const rootSubmitter = privateKeyToAccount(generatePrivateKey()).address;
const guardian = privateKeyToAccount(generatePrivateKey()).address;

/** PUSH1 1, PUSH0, RETURN. */
const oneByteOfCode = "0x60015ff3";

let chain: TestChain;
beforeAll(async () => {
  chain = await startChain();
});
afterAll(() => chain.stop());

const configOf = (label: string): DeployConfig => ({
  rpcUrl: chain.url,
  deployerKey,
  rootSubmitter,
  guardian,
  epochLengthSeconds: 120,
  withdrawalDelaySeconds: 10,
  activationDelaySeconds: 5,
  label,
});

const stepsOf = (progress: readonly StepProgress[], state: StepProgress["state"]) =>
  progress.filter((entry) => entry.state === state).map(({ step }) => step);

describe("deploy", () => {
  it("puts every contract at its planned address and tells each of the others", async () => {
    const config = configOf("whole");
    const deployment = await deploy(config);
    expect(deploymentSchema.parse(deployment)).toEqual(deployment);
    expect(deployment.contracts).toEqual(plannedAddresses(config));
    for (const name of contractNames) {
      expect(await chain.client.getCode({ address: deployment.contracts[name] })).toBeDefined();
    }
    const taskManager = { address: deployment.contracts.taskManager, abi: taskManagerAbi } as const;
    const rewards = await chain.client.readContract({ ...taskManager, functionName: "rewardsCoordinator" });
    expect(rewards.toLowerCase()).toBe(deployment.contracts.rewardsCoordinator);
    const registry = { address: deployment.contracts.networkRegistry, abi: networkRegistryAbi } as const;
    const stake = await chain.client.readContract({ ...registry, functionName: "stakeRegistry" });
    expect(stake.toLowerCase()).toBe(deployment.contracts.stakeRegistry);
  });

  it("predicts the addresses that the factory gives", async () => {
    const salt = keccak256("0x01");
    const predicted = await chain.client.readContract({
      address: factoryAddress,
      abi: create3FactoryAbi,
      functionName: "addressOf",
      args: [deployer, salt],
    });
    expect(create3Address(deployer, salt)).toBe(predicted.toLowerCase());
  });

  it("gives the roles out", async () => {
    const { contracts } = await deploy(configOf("whole"));
    const manager = { address: contracts.accessManager, abi: accessManagerAbi } as const;
    const role = (
      functionName: "GOVERNANCE_ROLE" | "ROOT_SUBMITTER_ROLE" | "GUARDIAN_ROLE",
    ): Promise<bigint> => chain.client.readContract({ ...manager, functionName });
    const holds = async (id: bigint, account: Hex) =>
      (await chain.client.readContract({ ...manager, functionName: "hasRole", args: [id, account] }))[0];
    expect(await holds(await role("GOVERNANCE_ROLE"), deployer)).toBe(true);
    expect(await holds(await role("ROOT_SUBMITTER_ROLE"), rootSubmitter)).toBe(true);
    expect(await holds(await role("GUARDIAN_ROLE"), guardian)).toBe(true);
    expect(await holds(await role("GOVERNANCE_ROLE"), guardian)).toBe(false);
  });

  it("sends nothing when everything is there", async () => {
    const config = configOf("whole");
    const first = await deployDemo(config, await deploy(config));
    const block = await chain.client.getBlockNumber();
    const progress: StepProgress[] = [];
    const again = await deployDemo(config, await deploy(config, (entry) => progress.push(entry)), (entry) =>
      progress.push(entry),
    );
    expect(again).toEqual(first);
    expect(await chain.client.getBlockNumber()).toBe(block);
    expect(stepsOf(progress, "sent")).toEqual([]);
  });

  // A whole deployment for each of its steps: minutes on a machine that does other work too.
  it("goes on after a kill at any step, and ends with the same addresses", { timeout: 120_000 }, async () => {
    const config = configOf("killed");
    const whole: StepProgress[] = [];
    await deploy(configOf("counted"), (entry) => whole.push(entry));
    const steps = stepsOf(whole, "sent");
    expect(steps.length).toBeGreaterThan(contractNames.length);
    for (const last of steps) {
      const kill = new Error("killed");
      const broken = deploy(config, ({ step, state }) => {
        if (step === last && state === "sent") throw kill;
      });
      await expect(broken).rejects.toBe(kill);
    }
    const finished: StepProgress[] = [];
    const deployment = await deploy(config, (entry) => finished.push(entry));
    expect(deployment.contracts).toEqual(plannedAddresses(config));
    expect(stepsOf(finished, "sent")).toEqual([]);
  });

  it("cannot be kept from its addresses by somebody else with the same salt", async () => {
    const config = configOf("raced");
    const other = chain.client;
    const [, stranger] = await other.getAddresses();
    if (!stranger) throw new Error("anvil has no second account");
    const salt = protocolSalt("raced", "taskManager");
    const hash = await other.writeContract({
      account: stranger,
      chain: null,
      address: factoryAddress,
      abi: create3FactoryAbi,
      functionName: "deploy",
      args: [salt, oneByteOfCode],
      gas: 1_000_000n,
    });
    await other.waitForTransactionReceipt({ hash });
    const deployment = await deploy(config);
    expect(await other.getCode({ address: deployment.contracts.taskManager })).toBeDefined();
    expect(create3Address(stranger, salt)).not.toBe(deployment.contracts.taskManager);
  });

  it("refuses to take a deployment with other constants for the wanted one", async () => {
    await deploy(configOf("whole"));
    await expect(deploy({ ...configOf("whole"), epochLengthSeconds: 60 })).rejects.toThrow(
      /epochLengthSeconds 120 and not 60/,
    );
  });

  it("names every faulty setting, and never the key", async () => {
    const faulty = deploy({ ...configOf("x"), deployerKey: "0xcanary", epochLengthSeconds: 0 });
    await expect(faulty).rejects.toThrow(ConfigError);
    await expect(faulty).rejects.toThrow(/deployerKey[\s\S]*epochLengthSeconds/);
    await expect(faulty).rejects.not.toThrow(/canary/);
  });

  it("says what a chain without the precompiles lacks", async () => {
    const blind = { ...chain.client, call: async () => ({ data: undefined }) };
    await expect(requireUsableChain(blind as unknown as typeof chain.client)).rejects.toThrow(/EIP-2537/);
  });
});

describe("deploy on a chain that makes a block each second", () => {
  it("takes a few blocks, demonstration included", async () => {
    const slow = await startChain({ blockTimeSeconds: 1 });
    try {
      const config = { ...configOf("slow"), rpcUrl: slow.url };
      const deployment = await deployDemo(config, await deploy(config));
      expect(deployment.startBlock).toBeGreaterThan(0);
      expect(await slow.client.getBlockNumber()).toBeLessThan(8n);
    } finally {
      await slow.stop();
    }
  });
});
