import { encodeDeployData, encodeFunctionData, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { delegationManagerAbi } from "../generated/delegationManager.ts";
import { demoTokenAbi, demoTokenBytecode } from "../generated/demoToken.ts";
import { factorizationNetworkAbi, factorizationNetworkBytecode } from "../generated/factorizationNetwork.ts";
import { networkRegistryAbi } from "../generated/networkRegistry.ts";
import {
  priceAttestationNetworkAbi,
  priceAttestationNetworkBytecode,
} from "../generated/priceAttestationNetwork.ts";
import { contractSalt, create3Address } from "./addresses.ts";
import { type ChainClient, connect, isDeployed } from "./chain.ts";
import { type DeployConfig, type ParsedDeployConfig, parseDeployConfig } from "./config.ts";
import { protocolSalt } from "./contracts.ts";
import { type DemoParameters, factorizationParameters, priceParameters } from "./demoParameters.ts";
import { create3Step } from "./deploy.ts";
import { type OnProgress, type Step, sendSteps } from "./TransactionBatch.ts";

const one = 10n ** 18n;
const whitelisted = 2;

/** These calls rest on contracts of their own batch and cannot be estimated: limits far above their cost. */
const callGas = 400_000n;
const networkGas = 2_500_000n;

type Demo = NonNullable<Deployment["demo"]>;

const demoNames = ["stakeToken", "rewardToken", "factorizationNetwork", "priceAttestationNetwork"] as const;

export type DemoOptions = {
  readonly parameters?: DemoParameters;
  /** Who decides the price network's challenges; the deployer when left out. */
  readonly arbiter?: Hex;
};

/**
 * Deploys the demonstration: a token to stake, a token for fees and rewards, and two networks, registered, whitelisted and
 * accepting the stake token: one whose tasks a contract can check, one with an arbiter. Needs the deployer of `deploy`, who
 * holds the role of governance. What is on the chain already is left as it is.
 *
 * @returns `deployment` with the demonstration's addresses.
 * @throws {DeploymentError} when a transaction fails.
 */
export async function deployDemo(
  config: DeployConfig,
  deployment: Deployment,
  onProgress: OnProgress = () => {},
  { parameters = {}, arbiter }: DemoOptions = {},
): Promise<Deployment> {
  const parsed = parseDeployConfig(config);
  const client = connect(parsed.rpcUrl);
  const account = privateKeyToAccount(parsed.deployerKey);
  const salts = demoSalts(parsed);
  const at = (name: keyof Demo) => create3Address(account.address, salts[name]);
  const demo: Demo = {
    stakeToken: at("stakeToken"),
    rewardToken: at("rewardToken"),
    factorizationNetwork: at("factorizationNetwork"),
    priceAttestationNetwork: at("priceAttestationNetwork"),
  };
  const people = { owner: account.address, arbiter: arbiter ?? account.address };
  const code = demoCreationCode(deployment, demo, people, parameters);
  const steps = [
    ...(await missingContracts(client, demo, salts, code)),
    ...(await missingListing(client, deployment, demo)),
    ...(await missingNetworkCalls(client, deployment, demo, demo.factorizationNetwork)),
    ...(await missingNetworkCalls(client, deployment, demo, demo.priceAttestationNetwork)),
  ];
  if (steps.length === 0) onProgress({ step: "demonstration networks", state: "skipped" });
  await sendSteps(client, account, steps, onProgress);
  return { ...deployment, demo };
}

/** Bound to the protocol's deployment as well: the networks know their registry. */
function demoSalts(config: ParsedDeployConfig): Record<keyof Demo, Hex> {
  const bytecodes = [
    protocolSalt(config.label, "networkRegistry"),
    demoTokenBytecode,
    factorizationNetworkBytecode,
    priceAttestationNetworkBytecode,
  ];
  const salt = (name: keyof Demo) => contractSalt(config.label, name, bytecodes);
  return {
    stakeToken: salt("stakeToken"),
    rewardToken: salt("rewardToken"),
    factorizationNetwork: salt("factorizationNetwork"),
    priceAttestationNetwork: salt("priceAttestationNetwork"),
  };
}

function demoCreationCode(
  { contracts }: Deployment,
  demo: Demo,
  { owner, arbiter }: { owner: Hex; arbiter: Hex },
  chosen: DemoParameters,
): Record<keyof Demo, Hex> {
  const token = (name: string, symbol: string) =>
    encodeDeployData({ abi: demoTokenAbi, bytecode: demoTokenBytecode, args: [name, symbol] });
  const metadata = (name: string, text: string) =>
    `data:application/json,${JSON.stringify({ name, description: `Demonstration network: ${text}` })}`;
  return {
    stakeToken: token("Demonstration Stake", "DSTK"),
    rewardToken: token("Demonstration Reward", "DRWD"),
    factorizationNetwork: encodeDeployData({
      abi: factorizationNetworkAbi,
      bytecode: factorizationNetworkBytecode,
      args: [
        contracts.networkRegistry,
        owner,
        metadata("Factorisation", "prime factors of a number"),
        factorizationParameters(demo.rewardToken, chosen),
      ],
    }),
    priceAttestationNetwork: encodeDeployData({
      abi: priceAttestationNetworkAbi,
      bytecode: priceAttestationNetworkBytecode,
      args: [
        contracts.networkRegistry,
        owner,
        arbiter,
        metadata("Price attestation", "a price at an instant, with an arbiter"),
        priceParameters(demo.rewardToken, chosen),
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
  const steps = demoNames.map(async (name) =>
    (await isDeployed(client, demo[name])) ? [] : [create3Step(name, salts[name], code[name], networkGas)],
  );
  return (await Promise.all(steps)).flat();
}

async function missingListing(client: ChainClient, { contracts }: Deployment, demo: Demo): Promise<Step[]> {
  const listed = await client.readContract({
    address: contracts.delegationManager,
    abi: delegationManagerAbi,
    functionName: "isListed",
    args: [demo.stakeToken],
  });
  if (listed) return [];
  const data = encodeFunctionData({
    abi: delegationManagerAbi,
    functionName: "listAsset",
    args: [demo.stakeToken],
  });
  return [{ step: "list the stake token", to: contracts.delegationManager, data, gas: callGas }];
}

/** What makes `network` take tasks: the stake token accepted, the network whitelisted. */
async function missingNetworkCalls(
  client: ChainClient,
  { contracts }: Deployment,
  demo: Demo,
  network: Hex,
): Promise<Step[]> {
  const registry = { address: contracts.networkRegistry, abi: networkRegistryAbi } as const;
  const [status, [assets]] = await Promise.all([
    client.readContract({ ...registry, functionName: "statusOf", args: [network] }),
    client.readContract({ ...registry, functionName: "assetsOf", args: [network] }),
  ]);
  const steps: Step[] = [];
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
