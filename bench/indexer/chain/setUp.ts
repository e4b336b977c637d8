import { encodeDeployData, type Hex, numberToHex } from "viem";
import { deploy } from "../../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../../contracts/deploy/deployDemo.ts";
import { demoTokenAbi, demoTokenBytecode } from "../../../contracts/generated/demoToken.ts";
import { callRpc } from "../../../devnet/chain/rpc.ts";
import type { Deployment } from "../../../lib/chain/deployment.ts";
import { type BlockWriter, type Call, callOf } from "./blockWriter.ts";
import { registrationOf } from "./keys.ts";
import type { RecordedBlock } from "./recording.ts";
import { contractsOf, World } from "./world.ts";

export const one = 10n ** 18n;
const plenty = 10n ** 30n;
const minute = 60;
const hour = 60 * minute;
/** The account that anvil's first mnemonic words unlock, as its documentation prints it. */
const deployerKey: Hex = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
export const deployer: Hex = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

export type Setting = {
  readonly world: World;
  /** The networks, and the operators that serve each. */
  readonly networks: readonly [Hex, Hex];
  readonly serving: readonly [readonly Hex[], readonly Hex[]];
  readonly assets: readonly [Hex, Hex];
  readonly rewardToken: Hex;
};

/** Deploys with delays of hours, and slashes that leave something after hundreds of them. */
export async function deployAll(url: string): Promise<Deployment> {
  const config = {
    rpcUrl: url,
    deployerKey,
    epochLengthSeconds: 6 * hour,
    withdrawalDelaySeconds: 6 * hour,
    allocationDelaySeconds: hour,
    deallocationDelaySeconds: 6 * hour,
    activationDelaySeconds: hour,
    rootSubmitter: deployer,
    guardian: deployer,
  };
  const parameters = {
    responseWindow: BigInt(30 * minute),
    challengeWindow: BigInt(30 * minute),
    wrongResponseSlashBps: 20,
    equivocationSlashBps: 50,
  };
  return deployDemo(config, await deploy(config), undefined, { parameters });
}

/** A second asset, listed and accepted by the first network. @returns its address. */
export async function listSecondAsset(url: string, deployment: Deployment): Promise<Hex> {
  const gas = numberToHex(5_000_000);
  const data = encodeDeployData({
    abi: demoTokenAbi,
    bytecode: demoTokenBytecode,
    args: ["Second stake", "SSTK"],
  });
  const hash = await callRpc<Hex>(url, "eth_sendTransaction", [{ from: deployer, data, gas }]);
  const { contractAddress } = await callRpc<{ contractAddress: Hex }>(url, "eth_getTransactionReceipt", [
    hash,
  ]);
  const { delegationManager, networkRegistry } = contractsOf(deployment);
  const network = deployment.demo?.factorizationNetwork;
  for (const { from, to, data } of [
    callOf(deployer, delegationManager, "listAsset", [contractAddress]),
    callOf(deployer, networkRegistry, "setAsset", [network, contractAddress, 2n * one]),
  ]) {
    await callRpc(url, "eth_sendTransaction", [{ from, to, data, gas }]);
  }
  return contractAddress;
}

/** Money for everybody; operators register, get stake, allocate it and serve. */
export async function setUp(
  writer: BlockWriter,
  deployment: Deployment,
  secondAsset: Hex,
  mine: (calls: readonly Call[], afterSeconds: number) => Promise<RecordedBlock>,
): Promise<Setting> {
  const world = new World(deployment);
  const { demo } = deployment;
  if (!demo) throw new Error("the demonstration networks are needed");
  const { operators, delegators, requesters, contracts } = world;
  const everybody = [...operators, ...delegators, ...requesters];
  await writer.send(
    everybody.map((account) => ({ method: "anvil_setBalance", params: [account, "0xd3c21bcecceda1000000"] })),
  );
  const token = (address: Hex) => ({ address, abi: demoTokenAbi });
  const assets = [demo.stakeToken, secondAsset] as const;
  const allow = (account: Hex, asset: Hex, spender: Hex) => [
    callOf(account, token(asset), "mint", [account, plenty]),
    callOf(account, token(asset), "approve", [spender, plenty]),
  ];
  await mine(
    [
      ...delegators.flatMap((account) =>
        assets.flatMap((asset) => allow(account, asset, contracts.delegationManager.address)),
      ),
      ...requesters.flatMap((account) => [
        ...allow(account, demo.rewardToken, contracts.taskManager.address),
        ...allow(account, demo.rewardToken, contracts.challengeManager.address),
      ]),
      ...allow(deployer, demo.rewardToken, contracts.rewardsCoordinator.address),
    ],
    minute,
  );
  await mine(
    operators.map((operator, index) => {
      const proof = registrationOf(index, deployment.chainId, contracts.operatorRegistry.address, operator);
      const args = [operator, 500, `ipfs://operator-${index}`, ...proof];
      return callOf(operator, contracts.operatorRegistry, "registerOperator", args);
    }),
    minute,
  );
  const networks = [demo.factorizationNetwork, demo.priceAttestationNetwork].map(
    (address) => address.toLowerCase() as Hex,
  ) as [Hex, Hex];
  const serving = [operators.slice(0, 40), operators.slice(35, 55)] as const;
  for (const network of networks) world.moved.set(network, new Set());
  await mine(deposits(world, assets), minute);
  await mine(
    networks.flatMap((network, at) =>
      (serving[at] ?? []).flatMap((operator) =>
        (at === 0 ? assets : [assets[0]]).map((asset) =>
          callOf(operator, contracts.allocationManager, "allocate", [network, asset, (4n * one) / 10n]),
        ),
      ),
    ),
    minute,
  );
  await mine(
    networks.flatMap((network, at) =>
      (serving[at] ?? []).map((operator) => callOf(operator, contracts.networkRegistry, "optIn", [network])),
    ),
    2 * hour,
  );
  return { world, networks, serving, assets, rewardToken: demo.rewardToken };
}

function deposits({ operators, delegators, contracts }: World, assets: readonly Hex[]): Call[] {
  return operators.flatMap((operator, index) =>
    assets.map((asset) => {
      const from = delegators[index] ?? "0x";
      return callOf(from, contracts.delegationManager, "delegate", [operator, asset, 1_000n * one]);
    }),
  );
}
