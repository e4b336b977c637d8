import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Hex, maxUint256 } from "viem";
import { deploy } from "../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../contracts/deploy/deployDemo.ts";
import { demoTokenAbi, demoTokenBytecode } from "../../contracts/generated/demoToken.ts";
import { widenSecurity } from "../../indexer/testing/allocationScenario.ts";
import { emitter } from "../../indexer/testing/hostileNetwork.ts";
import { openProtocol, type Protocol } from "../../indexer/testing/protocol.ts";
import { bringOperators } from "../../indexer/testing/scenario.ts";
import { startChain, type TestChain } from "../support/testChain.ts";
import { batchAddress, batchCode } from "./batch.ts";

/** A chain with the protocol, and people with tokens. Nothing of it depends on a seed or on the time of day. */
export type Stage = {
  readonly chain: TestChain;
  readonly protocol: Protocol;
  /** The file that `npm run deploy` would have written. */
  readonly addresses: string;
  /** Two that are listed at the beginning, and one that may be later. */
  readonly tokens: readonly [Hex, Hex, Hex];
  /** Accounts that may register as networks, the hostile one among them. */
  readonly lateNetworks: readonly Hex[];
  /** Its contract says what it likes. */
  readonly hostileNetwork: Hex;
  close(): Promise<void>;
};

/** Some minutes before the end of a day, so that hours and days end while something happens. */
const beginning = 1_700_006_400 - 800;
// The account that anvil's first mnemonic words unlock, as its documentation prints it.
const deployerKey: Hex = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
/** More than a simulation has blocks: the rows' versions are compared with the state at each of their ends. */
const statesKept = 3_000;
const plenty = 10n ** 24n;

export async function openStage(): Promise<Stage> {
  const directory = mkdtempSync(join(tmpdir(), "nektar-simulation-"));
  const addresses = join(directory, "addresses.json");
  const chain = await startChain({ accounts: 20, timestamp: beginning, statesKept, order: "fifo" });
  const { client } = chain;
  // Time is the chain's own: a second a block, or what a move says.
  await client.setBlockTimestampInterval({ interval: 1 });
  const accounts = (await client.getAddresses()).map((address) => address.toLowerCase() as Hex);
  const deployment = await deployProtocol(chain.url, accounts);
  writeFileSync(addresses, JSON.stringify(deployment));
  const [delegators, operators, lateNetworks] = [
    accounts.slice(10, 13),
    accounts.slice(13, 15),
    accounts.slice(15, 18),
  ];
  const opened = await openProtocol(chain.url, deployment);
  const protocol: Protocol = {
    ...opened,
    delegators: [...opened.delegators, ...delegators],
    operators: [...opened.operators, ...operators],
    async passTime(seconds) {
      const { timestamp } = await client.getBlock();
      await client.setNextBlockTimestamp({ timestamp: timestamp + BigInt(seconds) });
      await client.mine({ blocks: 1 });
    },
  };
  const founders: Protocol = { ...protocol, delegators: opened.delegators, operators: opened.operators };
  await bringOperators(founders);
  const second = await widenSecurity(founders);
  const third = await deployToken(protocol);
  const tokens = [protocol.stakeToken, second, third] as const;
  for (const account of new Set([
    ...protocol.delegators,
    protocol.requester,
    protocol.reporter,
    protocol.governor,
  ])) {
    await equip(protocol, account, tokens);
  }
  await client.setCode({ address: batchAddress, bytecode: batchCode });
  const hostileNetwork = lateNetworks[0] ?? "0x";
  await client.setCode({ address: hostileNetwork, bytecode: emitter });
  await client.setAutomine(false);
  return {
    ...{ chain, protocol, addresses, tokens, lateNetworks, hostileNetwork },
    async close() {
      await chain.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function deployProtocol(rpcUrl: string, accounts: readonly Hex[]) {
  const [, , , , , , rootSubmitter, guardian] = accounts;
  if (!rootSubmitter || !guardian) throw new Error("anvil has too few accounts");
  const config = {
    ...{ rpcUrl, deployerKey, rootSubmitter, guardian },
    epochLengthSeconds: 60,
    withdrawalDelaySeconds: 10,
    allocationDelaySeconds: 60,
    deallocationDelaySeconds: 40,
    activationDelaySeconds: 30,
  };
  return deployDemo(config, await deploy(config));
}

async function deployToken({ client, done, governor }: Protocol): Promise<Hex> {
  const creation = { abi: demoTokenAbi, bytecode: demoTokenBytecode, args: ["Third", "THRD"] } as const;
  const deployed = await done(client.deployContract({ ...creation, account: governor, chain: null }));
  return deployed.contractAddress?.toLowerCase() as Hex;
}

/** Whatever somebody wants to stake or to pay, it has and has approved. */
async function equip(protocol: Protocol, account: Hex, tokens: readonly Hex[]): Promise<void> {
  const { client, done, reward, rewardToken, delegationManager, taskManager } = protocol;
  const { challengeManager, rewardsCoordinator } = protocol;
  for (const address of [...tokens, rewardToken]) {
    const token = { ...reward, address, account } as const;
    await done(client.writeContract({ ...token, functionName: "mint", args: [account, plenty] }));
    for (const spender of [delegationManager, taskManager, challengeManager, rewardsCoordinator]) {
      const args = [spender.address, maxUint256] as const;
      await done(client.writeContract({ ...token, functionName: "approve", args }));
    }
  }
}
