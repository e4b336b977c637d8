import { encodeFunctionData, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { codeHashesOf } from "../../lib/chain/verifyCode.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { accessManagerAbi } from "../generated/accessManager.ts";
import { allocationManagerAbi } from "../generated/allocationManager.ts";
import { create3FactoryAbi, create3FactoryBytecode } from "../generated/create3Factory.ts";
import { delegationManagerAbi } from "../generated/delegationManager.ts";
import { epochClockAbi } from "../generated/epochClock.ts";
import { rewardsCoordinatorAbi } from "../generated/rewardsCoordinator.ts";
import { factoryAddress, proxyCallData } from "./addresses.ts";
import { type ChainClient, connect, deterministicProxy, isDeployed, requireUsableChain } from "./chain.ts";
import { type DeployConfig, type ParsedDeployConfig, parseDeployConfig } from "./config.ts";
import { contractNames, protocolAddresses, protocolCreationCode, protocolSalt } from "./contracts.ts";
import { missingRoleSteps } from "./roles.ts";
import { type OnProgress, type Step, sendSteps } from "./TransactionBatch.ts";

/**
 * Deploys the protocol's contracts and gives out the roles. What is on the chain already is left as it is, so that a run
 * that was broken off at any step goes on from there, and a further run changes nothing.
 *
 * @returns where everything is. Addresses depend on the deployer, the label and the contracts' code only.
 * @throws {ConfigError} for settings or chains that cannot be used.
 * @throws {DeploymentError} when a transaction fails.
 */
export async function deploy(config: DeployConfig, onProgress: OnProgress = () => {}): Promise<Deployment> {
  const parsed = parseDeployConfig(config);
  const client = connect(parsed.rpcUrl);
  const account = privateKeyToAccount(parsed.deployerKey);
  await requireUsableChain(client);
  await deployFactory(client, parsed, onProgress);

  const at = protocolAddresses(account.address, parsed.label);
  const holders = {
    governance: account.address,
    rootSubmitter: parsed.rootSubmitter,
    guardian: parsed.guardian,
  };
  const contractSteps = await missingContractSteps(client, parsed, account.address, onProgress);
  const roleSteps = await missingRoleSteps(client, at, holders);
  await sendSteps(client, account, [...contractSteps, ...roleSteps], onProgress);
  return describeDeployment(client, at, parsed);
}

/** Where `deploy` puts the contracts for these settings; asks no chain. */
export function plannedAddresses(config: DeployConfig): Deployment["contracts"] {
  const { deployerKey, label } = parseDeployConfig(config);
  return protocolAddresses(privateKeyToAccount(deployerKey).address, label);
}

async function deployFactory(client: ChainClient, config: ParsedDeployConfig, onProgress: OnProgress) {
  const step = "CREATE3 factory";
  if (await isDeployed(client, factoryAddress)) return onProgress({ step, state: "skipped" });
  const account = privateKeyToAccount(config.deployerKey);
  const data = proxyCallData(create3FactoryBytecode);
  await sendSteps(client, account, [{ step, to: deterministicProxy, data }], onProgress);
}

async function missingContractSteps(
  client: ChainClient,
  config: ParsedDeployConfig,
  deployer: Hex,
  onProgress: OnProgress,
): Promise<Step[]> {
  const at = protocolAddresses(deployer, config.label);
  const present = await Promise.all(contractNames.map((name) => isDeployed(client, at[name])));
  const genesis = config.genesis ?? Number((await client.getBlock()).timestamp);
  const creationCode = protocolCreationCode(at, {
    admin: deployer,
    genesis: BigInt(genesis),
    epochLength: BigInt(config.epochLengthSeconds),
    withdrawalDelay: BigInt(config.withdrawalDelaySeconds),
    allocationDelay: BigInt(config.allocationDelaySeconds),
    deallocationDelay: BigInt(deallocationDelay(config)),
    activationDelay: BigInt(config.activationDelaySeconds),
  });
  return contractNames.flatMap((name, index) => {
    if (present[index]) {
      onProgress({ step: name, state: "skipped" });
      return [];
    }
    return [create3Step(name, protocolSalt(config.label, name), creationCode[name])];
  });
}

/** The call that deploys `creationCode` at the address of `salt`. */
export function create3Step(step: string, salt: Hex, creationCode: Hex, gas?: bigint): Step {
  const data = encodeFunctionData({
    abi: create3FactoryAbi,
    functionName: "deploy",
    args: [salt, creationCode],
  });
  return { step, to: factoryAddress, data, ...(gas === undefined ? {} : { gas }) };
}

/** What is being lowered must not leave before a withdrawal could. */
function deallocationDelay(config: ParsedDeployConfig): number {
  return config.deallocationDelaySeconds ?? config.withdrawalDelaySeconds;
}

/** Reads back what the chain has, and refuses to take a deployment with other values for the wanted one. */
async function describeDeployment(
  client: ChainClient,
  at: Deployment["contracts"],
  config: ParsedDeployConfig,
): Promise<Deployment> {
  const [chainId, genesisBlock, startBlock, times] = await Promise.all([
    client.getChainId(),
    client.getBlock({ blockNumber: 0n }),
    client.readContract({
      address: at.accessManager,
      abi: accessManagerAbi,
      functionName: "deployedAt",
    }),
    readTimes(client, at),
  ]);
  const wanted = { ...config, deallocationDelaySeconds: deallocationDelay(config) };
  for (const [name, onChain] of Object.entries(times)) {
    requireSame(name, onChain, wanted[name as keyof typeof times]);
  }
  return {
    chainId,
    genesisHash: genesisBlock.hash,
    startBlock: Number(startBlock),
    epoch: { genesis: Number(times.genesis), lengthSeconds: Number(times.epochLengthSeconds) },
    contracts: at,
    codeHashes: await knownCodeHashes(client, at),
  };
}

async function knownCodeHashes(
  client: ChainClient,
  at: Deployment["contracts"],
): Promise<Deployment["codeHashes"]> {
  const hashes = Object.entries(await codeHashesOf(client, at));
  return Object.fromEntries(hashes.flatMap(([name, hash]) => (hash === undefined ? [] : [[name, hash]])));
}

/** The times that the contracts keep for ever, by the names that they have in the configuration. */
async function readTimes(client: ChainClient, at: Deployment["contracts"]) {
  const clock = { address: at.epochClock, abi: epochClockAbi } as const;
  const allocations = { address: at.allocationManager, abi: allocationManagerAbi } as const;
  const delegations = { address: at.delegationManager, abi: delegationManagerAbi } as const;
  const rewards = { address: at.rewardsCoordinator, abi: rewardsCoordinatorAbi } as const;
  const [genesis, epochLength, withdrawalDelay, allocationDelay, deallocationDelay, activationDelay] =
    await Promise.all([
      client.readContract({ ...clock, functionName: "genesis" }),
      client.readContract({ ...clock, functionName: "epochLength" }),
      client.readContract({ ...delegations, functionName: "withdrawalDelay" }),
      client.readContract({ ...allocations, functionName: "allocationDelay" }),
      client.readContract({ ...allocations, functionName: "deallocationDelay" }),
      client.readContract({ ...rewards, functionName: "activationDelay" }),
    ]);
  return {
    genesis,
    epochLengthSeconds: epochLength,
    withdrawalDelaySeconds: withdrawalDelay,
    allocationDelaySeconds: allocationDelay,
    deallocationDelaySeconds: deallocationDelay,
    activationDelaySeconds: activationDelay,
  };
}

function requireSame(name: string, onChain: bigint, wanted: number | undefined): void {
  if (wanted === undefined || onChain === BigInt(wanted)) return;
  throw new ConfigError(
    `This deployment stands already, with ${name} ${onChain} and not ${wanted}, which cannot change. Choose another label for a new one.`,
    { name, onChain: onChain.toString(), wanted },
  );
}
