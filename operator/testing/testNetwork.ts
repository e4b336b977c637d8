import {
  encodeAbiParameters,
  type Hex,
  type PublicActions,
  parseEventLogs,
  type TestClient,
  toHex,
  type WalletActions,
} from "viem";
import { deploy } from "../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../contracts/deploy/deployDemo.ts";
import { allocationManagerAbi } from "../../contracts/generated/allocationManager.ts";
import { delegationManagerAbi } from "../../contracts/generated/delegationManager.ts";
import { demoTokenAbi } from "../../contracts/generated/demoToken.ts";
import { networkRegistryAbi } from "../../contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../../contracts/generated/operatorRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { decompressG2, encodeG1, encodeG2 } from "../../lib/bls/points.ts";
import { hashToG2, possessionDst, publicKeyOf, signHashed } from "../../lib/bls/signatures.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { proofOfPossessionDigest } from "../../lib/protocol/messages.ts";
import type { TaskCandidate } from "../tasks/TaskCandidate.ts";

export type Chain = { readonly url: string; readonly client: TestClient & PublicActions & WalletActions };
export type TestNetwork = Awaited<ReturnType<typeof startTestNetwork>>;

/** anvil's first account. */
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const one = 10n ** 18n;
/** Above every call's cost and below the cap of one transaction (EIP-7825), which anvil's default exceeds. */
const gas = 10_000_000n;

/** Deploys the protocol and the demonstration network on a test chain, and does what operators and payers do by hand. */
export async function startTestNetwork(chain: Chain, responseWindow = 120n) {
  const [deployer, , , , , , , , rootSubmitter, guardian] = await chain.client.getAddresses();
  if (deployer === undefined || rootSubmitter === undefined || guardian === undefined)
    throw new Error("no accounts");
  const config = {
    rpcUrl: chain.url,
    deployerKey,
    rootSubmitter,
    guardian,
    epochLengthSeconds: 3600,
    withdrawalDelaySeconds: 10,
    activationDelaySeconds: 5,
  } as const;
  const parameters = { responseWindow, baseFee: 0n, feePerByte: 0n };
  const deployment = await deployDemo(config, await deploy(config), undefined, { parameters });
  const { demo, contracts } = deployment;
  if (demo === undefined) throw new Error("no demonstration network");

  const send = async (from: Hex, call: Call, nonce?: number) => {
    const { address, abi, functionName, args } = call;
    const hash = await chain.client.writeContract({
      account: from,
      chain: null,
      address,
      abi,
      functionName,
      args,
      gas,
      ...(nonce === undefined ? {} : { nonce }),
    });
    const receipt = await chain.client.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new Error(`${functionName} reverted`);
    return receipt;
  };

  const create = async (network: Hex, payload: Hex, nonce?: number): Promise<TaskCandidate> => {
    const args = [network, payload] as const;
    const call = { address: contracts.taskManager, abi: taskManagerAbi, functionName: "createTask", args };
    const { logs } = await send(deployer, call, nonce);
    const [created] = parseEventLogs({ abi: taskManagerAbi, eventName: "TaskCreated", logs });
    if (created === undefined) throw new Error("no task");
    const { taskId, referenceBlock } = created.args;
    return { taskId, network, payload, referenceBlock, source: "test" };
  };

  return {
    deployment,
    network: demo.factorizationNetwork,
    /** Gives an operator that is registered a stake of its own. */
    async stake(operator: Hex): Promise<void> {
      for (const call of staking(deployment, demo, operator)) await send(operator, call);
    },
    /** Registers an operator with its key, gives it stake and opts it in. */
    async register(operator: Hex, secretKey: Uint8Array): Promise<void> {
      for (const call of joining(deployment, demo, operator, secretKey)) await send(operator, call);
    },
    priceNetwork: demo.priceAttestationNetwork,
    /** Creates a task to factorise `n` and returns what an honest API would show about it. */
    createTask: (n: bigint) =>
      create(demo.factorizationNetwork, encodeAbiParameters([{ type: "uint256" }], [n])),
    /** Creates many tasks at once, in as few blocks as they fit into; returns their ids. */
    async createTasks(all: readonly bigint[]): Promise<Hex[]> {
      const encode = (n: bigint) => encodeAbiParameters([{ type: "uint256" }], [n]);
      const first = await chain.client.getTransactionCount({ address: deployer });
      const created = await Promise.all(
        all.map((n, index) => create(demo.factorizationNetwork, encode(n), first + index)),
      );
      return created.map(({ taskId }) => taskId);
    },
    /** Asks for the price of a pair at an instant. */
    createPriceTask: (pair: string, timestamp: bigint) =>
      create(
        demo.priceAttestationNetwork,
        encodeAbiParameters(
          [{ type: "bytes32" }, { type: "uint64" }],
          [toHex(pair, { size: 32 }), timestamp],
        ),
      ),
    /** Answers a task on chain with the signature of one operator, the only one with weight. */
    async respond(taskId: Hex, publicKey: Hex, { response, signature }: { response: Hex; signature: Hex }) {
      const args = [taskId, response, [], publicKey, encodeG2(decompressG2(signature))] as const;
      await send(deployer, {
        address: contracts.taskManager,
        abi: taskManagerAbi,
        functionName: "respond",
        args,
      });
    },
  };
}

type Call = { address: Hex; abi: readonly unknown[]; functionName: string; args: readonly unknown[] };

function joining(
  { chainId, contracts }: Pick<Deployment, "chainId" | "contracts">,
  demo: NonNullable<Deployment["demo"]>,
  operator: Hex,
  secretKey: Uint8Array,
): Call[] {
  const { operatorRegistry, allocationManager, networkRegistry } = contracts;
  const digest = proofOfPossessionDigest(chainId, operatorRegistry, operator);
  const proof = encodeG2(signHashed(hashToG2(digest, possessionDst), secretKey));
  const registration = [operator, 500, "", encodeG1(publicKeyOf(secretKey)), proof];
  return [
    {
      address: operatorRegistry,
      abi: operatorRegistryAbi,
      functionName: "registerOperator",
      args: registration,
    },
    ...staking({ chainId, contracts }, demo, operator),
    ...[demo.factorizationNetwork, demo.priceAttestationNetwork].flatMap((network) => [
      {
        address: allocationManager,
        abi: allocationManagerAbi,
        functionName: "allocate",
        args: [network, demo.stakeToken, one / 2n],
      },
      { address: networkRegistry, abi: networkRegistryAbi, functionName: "optIn", args: [network] },
    ]),
  ];
}

function staking(
  { contracts: { delegationManager } }: Pick<Deployment, "chainId" | "contracts">,
  demo: NonNullable<Deployment["demo"]>,
  operator: Hex,
): Call[] {
  const token = { address: demo.stakeToken, abi: demoTokenAbi };
  const pools = { address: delegationManager, abi: delegationManagerAbi };
  const stake = 100n * one;
  return [
    { ...token, functionName: "mint", args: [operator, stake] },
    { ...token, functionName: "approve", args: [delegationManager, stake] },
    { ...pools, functionName: "delegate", args: [operator, demo.stakeToken, stake] },
  ];
}
