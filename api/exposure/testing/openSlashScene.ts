import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { erc20Abi, type Hex, maxUint256 } from "viem";
import { deploy } from "../../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../../contracts/deploy/deployDemo.ts";
import { demoTokenAbi } from "../../../contracts/generated/demoToken.ts";
import { delegate, waitForAllocations } from "../../../indexer/testing/actions.ts";
import { changeAllocations, widenSecurity } from "../../../indexer/testing/allocationScenario.ts";
import { approveBonds } from "../../../indexer/testing/challengeScenario.ts";
import { openProtocol, type Protocol } from "../../../indexer/testing/protocol.ts";
import { bringOperators } from "../../../indexer/testing/scenario.ts";
import { deploymentSchema } from "../../../lib/chain/deployment.ts";
import { readProgress } from "../../../lib/database/checkpoint.ts";
import { createDatabase } from "../../../lib/database/createDatabase.ts";
import { migrate } from "../../../lib/database/migrate.ts";
import { startIndexerProcess } from "../../../test/support/indexerProcess.ts";
import { startChain } from "../../../test/support/testChain.ts";
import { createTestDatabase } from "../../../test/support/testDatabase.ts";
import { waitFor } from "../../../test/support/waitFor.ts";
import { createHeaderReader } from "../../meta/headerReader.ts";
import { startTestApi } from "../../testing/startTestApi.ts";

// The account that anvil's first mnemonic words unlock, as its documentation prints it.
const deployerKey: Hex = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const patience = { timeoutMs: 60_000, intervalMs: 50 };
const one = 10n ** 18n;
/** Odd on purpose, so that every quotient leaves a remainder. */
export const slashBps = { wrongResponseSlashBps: 1_007, equivocationSlashBps: 3_333 };

export type SlashScene = Awaited<ReturnType<typeof openSlashScene>>;

/**
 * The contracts on a chain of their own, the real indexer of it, and the API on its rows. Three operators have stake of two
 * delegators, in two assets and for two networks; withdrawals are queued, an allocation rose, others are to fall.
 */
export async function openSlashScene() {
  const directory = mkdtempSync(join(tmpdir(), "nektar-slash-"));
  const addresses = join(directory, "addresses.json");
  const [chain, database] = await Promise.all([startChain(), createTestDatabase()]);
  const [, , , , , , rootSubmitter = "0x", guardian = "0x"] = await chain.client.getAddresses();
  // What is to fall waits for all of the test: else its moment could come between the question and the slash.
  const delays = {
    withdrawalDelaySeconds: 10,
    allocationDelaySeconds: 60,
    deallocationDelaySeconds: 100_000,
  };
  const roles = { rootSubmitter, guardian, activationDelaySeconds: 5 };
  const config = { rpcUrl: chain.url, deployerKey, epochLengthSeconds: 100, ...delays, ...roles };
  const demo = await deployDemo(config, await deploy(config), () => {}, { parameters: slashBps });
  writeFileSync(addresses, JSON.stringify(demo));
  const deployment = deploymentSchema.parse(demo); // lowercase, as the addresses file is read
  const protocol = await openProtocol(chain.url, deployment);
  await bringOperators(protocol);
  const second = await widenSecurity(protocol);
  await approveBonds(protocol);
  await delegateOddly(protocol, second);
  await changeAllocations(protocol, second);
  await waitForAllocations(protocol); // by now withdrawals are unlocked, too, and still at stake
  const db = createDatabase({ connectionString: database.url, applicationName: "test" });
  await migrate(db);
  const indexer = await startIndexerProcess(
    { databaseUrl: database.url, rpcUrl: chain.url, addresses },
    patience,
  );
  const api = await startTestApi(database.url, {
    deployment,
    head: () => null,
    readHeader: createHeaderReader([chain.url]),
  });
  return {
    ...{ protocol, api, second },

    /** Waits until the rows are those of the chain's last block. @returns it. */
    async indexed(): Promise<bigint> {
      const head = await protocol.client.getBlockNumber();
      await waitFor(`block ${head}`, async () => (await readProgress(db)).latest.block === head, patience);
      return head;
    },

    async close(): Promise<void> {
      await api.close();
      await indexer.stop();
      await db.destroy();
      await Promise.all([chain.stop(), database.drop()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Stake of another delegator beside the first's, in both assets, down to single units. */
async function delegateOddly(protocol: Protocol, second: Hex): Promise<void> {
  const { client, done, delegators, operators, delegationManager } = protocol;
  const [, account] = delegators;
  const token = { address: second, account, chain: null } as const;
  const mine = [account, 1_000n * one] as const;
  await done(client.writeContract({ ...token, abi: demoTokenAbi, functionName: "mint", args: mine }));
  const args = [delegationManager.address, maxUint256] as const;
  await done(client.writeContract({ ...token, abi: erc20Abi, functionName: "approve", args }));
  await moreStake(protocol, second, 0);
  await done(delegate(protocol, account, operators[1], 7n));
}

/** A deposit of each delegator's into both pools of an operator. */
export async function moreStake(protocol: Protocol, second: Hex, index: number): Promise<void> {
  const { done, delegators, operators, stakeToken } = protocol;
  for (const [asset, assets] of [
    [stakeToken, 33_333_333_333_333_333_331n],
    [second, 7_777_777_777_777_777_777n],
  ] as const)
    for (const [place, delegator] of delegators.entries())
      await done(delegate(protocol, delegator, operators[index] ?? "0x", assets + BigInt(place), asset));
}

/** From now on the network takes all that it may for an equivocation. */
export async function takeAll(protocol: Protocol, network: Hex): Promise<void> {
  const { client, done, governor, networkRegistry, passTime, deployment } = protocol;
  const read = { ...networkRegistry, functionName: "parametersOf", args: [network] } as const;
  const [parameters] = await client.readContract(read);
  const args = [network, { ...parameters, equivocationSlashBps: 10_000 }] as const;
  await done(
    client.writeContract({ ...networkRegistry, account: governor, functionName: "setParameters", args }),
  );
  await passTime(2 * deployment.epoch.lengthSeconds);
}
