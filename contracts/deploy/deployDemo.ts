import { encodeDeployData, encodeFunctionData, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { delegationManagerAbi } from "../generated/delegationManager.ts";
import { demoTokenAbi, demoTokenBytecode } from "../generated/demoToken.ts";
import { factorizationNetworkAbi, factorizationNetworkBytecode } from "../generated/factorizationNetwork.ts";
import { networkRegistryAbi } from "../generated/networkRegistry.ts";
import { contractSalt, create3Address } from "./addresses.ts";
import { type ChainClient, connect, isDeployed } from "./chain.ts";
import { type DeployConfig, type ParsedDeployConfig, parseDeployConfig } from "./config.ts";
import { protocolSalt } from "./contracts.ts";
import { create3Step } from "./deploy.ts";
import { type OnProgress, type Step, sendSteps } from "./TransactionBatch.ts";

const one = 10n ** 18n;
const whitelisted = 2;

/** `NetworkParameters` of INetworkRegistry.sol without the fee's token, which is the reward token. */
export type DemoParameters = {
  readonly minimumWeight: bigint;
  readonly quorumBps: number;
  readonly responseWindow: bigint;
  readonly challengeWindow: bigint;
  readonly performanceBps: number;
  readonly baseFee: bigint;
  readonly feePerByte: bigint;
};

const demoParameters: DemoParameters = {
  minimumWeight: one,
  quorumBps: 6_667,
  responseWindow: 60n,
  challengeWindow: 30n,
  performanceBps: 5_000,
  baseFee: one,
  feePerByte: 10n ** 15n,
};

/** These calls rest on contracts of their own batch and cannot be estimated: limits far above their cost. */
const callGas = 400_000n;
const networkGas = 1_500_000n;

type Demo = NonNullable<Deployment["demo"]>;

/**
 * Deploys the demonstration: a token to stake, a token for fees and rewards, and the factorisation network, registered,
 * whitelisted and accepting the stake token. Needs the deployer of `deploy`, who holds the role of governance. What is
 * on the chain already is left as it is.
 *
 * @returns `deployment` with the demonstration's addresses.
 * @throws {DeploymentError} when a transaction fails.
 */
export async function deployDemo(
  config: DeployConfig,
  deployment: Deployment,
  onProgress: OnProgress = () => {},
  parameters: Partial<DemoParameters> = {},
): Promise<Deployment> {
  const parsed = parseDeployConfig(config);
  const client = connect(parsed.rpcUrl);
  const account = privateKeyToAccount(parsed.deployerKey);
  const salts = demoSalts(parsed);
  const demo: Demo = {
    stakeToken: create3Address(account.address, salts.stakeToken),
    rewardToken: create3Address(account.address, salts.rewardToken),
    factorizationNetwork: create3Address(account.address, salts.factorizationNetwork),
  };
  const code = demoCreationCode(deployment, demo, account.address, { ...demoParameters, ...parameters });
  const steps = [
    ...(await missingContracts(client, demo, salts, code)),
    ...(await missingCalls(client, deployment, demo)),
  ];
  if (steps.length === 0) onProgress({ step: "demonstration network", state: "skipped" });
  await sendSteps(client, account, steps, onProgress);
  return { ...deployment, demo };
}

/** Bound to the protocol's deployment as well: the network knows its registry. */
function demoSalts(config: ParsedDeployConfig): Record<keyof Demo, Hex> {
  const bytecodes = [
    protocolSalt(config.label, "networkRegistry"),
    demoTokenBytecode,
    factorizationNetworkBytecode,
  ];
  const salt = (name: keyof Demo) => contractSalt(config.label, name, bytecodes);
  return {
    stakeToken: salt("stakeToken"),
    rewardToken: salt("rewardToken"),
    factorizationNetwork: salt("factorizationNetwork"),
  };
}

function demoCreationCode(
  { contracts }: Deployment,
  demo: Demo,
  owner: Hex,
  parameters: DemoParameters,
): Record<keyof Demo, Hex> {
  const token = (name: string, symbol: string) =>
    encodeDeployData({ abi: demoTokenAbi, bytecode: demoTokenBytecode, args: [name, symbol] });
  return {
    stakeToken: token("Demonstration Stake", "DSTK"),
    rewardToken: token("Demonstration Reward", "DRWD"),
    factorizationNetwork: encodeDeployData({
      abi: factorizationNetworkAbi,
      bytecode: factorizationNetworkBytecode,
      args: [
        contracts.networkRegistry,
        owner,
        'data:application/json,{"name":"Factorisation","description":"Demonstration network: prime factors of a number"}',
        { ...parameters, feeToken: demo.rewardToken },
      ],
    }),
  };
}

async function missingContracts(
  client: ChainClient,
  demo: Demo,
  salts: Record<keyof Demo, Hex>,
  code: Record<keyof Demo, Hex>,
): Promise<Step[]> {
  const names = ["stakeToken", "rewardToken", "factorizationNetwork"] as const;
  const steps = names.map(async (name) =>
    (await isDeployed(client, demo[name])) ? [] : [create3Step(name, salts[name], code[name], networkGas)],
  );
  return (await Promise.all(steps)).flat();
}

async function missingCalls(client: ChainClient, { contracts }: Deployment, demo: Demo): Promise<Step[]> {
  const registry = { address: contracts.networkRegistry, abi: networkRegistryAbi } as const;
  const network = demo.factorizationNetwork;
  const [listed, status, [assets]] = await Promise.all([
    client.readContract({
      address: contracts.delegationManager,
      abi: delegationManagerAbi,
      functionName: "isListed",
      args: [demo.stakeToken],
    }),
    client.readContract({ ...registry, functionName: "statusOf", args: [network] }),
    client.readContract({ ...registry, functionName: "assetsOf", args: [network] }),
  ]);
  const steps: Step[] = [];
  if (!listed) {
    const data = encodeFunctionData({
      abi: delegationManagerAbi,
      functionName: "listAsset",
      args: [demo.stakeToken],
    });
    steps.push({ step: "list the stake token", to: contracts.delegationManager, data, gas: callGas });
  }
  const call = (step: string, data: Hex) =>
    steps.push({ step, to: contracts.networkRegistry, data, gas: callGas });
  if (assets.length === 0) {
    const args = [network, demo.stakeToken, one] as const;
    call(
      "accept the stake token",
      encodeFunctionData({ abi: networkRegistryAbi, functionName: "setAsset", args }),
    );
  }
  if (status < whitelisted) {
    const args = [network, whitelisted] as const;
    call(
      "whitelist the network",
      encodeFunctionData({ abi: networkRegistryAbi, functionName: "setStatus", args }),
    );
  }
  return steps;
}
