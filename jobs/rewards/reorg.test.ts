import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Hex, parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploy } from "../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../contracts/deploy/deployDemo.ts";
import { delegate, syncWeights } from "../../indexer/testing/actions.ts";
import { openProtocol, type Protocol } from "../../indexer/testing/protocol.ts";
import { bringOperators } from "../../indexer/testing/scenario.ts";
import { readProgress } from "../../lib/database/checkpoint.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { buildRewardTree } from "../../lib/merkle/rewardTree.ts";
import { epochEnd } from "../../lib/protocol/epochs.ts";
import { readBundle } from "../../lib/rewards/readBundle.ts";
import { startProcess } from "../../test/support/childProcess.ts";
import { type IndexerProcess, startIndexerProcess } from "../../test/support/indexerProcess.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { openSender } from "../transactions/testing/openSender.ts";
import { calculateInStages } from "./calculateInStages.ts";
import type { RewardsContext } from "./context.ts";
import { settleRoot } from "./settleRoot.ts";
import { readOnChain } from "./stages/11-verify.ts";
import { readStoredEpoch } from "./storedEpochQueries.ts";
import { ChainReplay } from "./verify/ChainReplay.ts";

/** anvil's first account. */
const deployerKey: Hex = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const patience = { timeoutMs: 120_000, intervalMs: 200 };
const one = 10n ** 18n;

let chain: TestChain;
let database: TestDatabase;
let indexer: IndexerProcess;
let protocol: Protocol;
let context: RewardsContext;
let sender: ReturnType<typeof openSender>;
const directory = mkdtempSync(join(tmpdir(), "nektar-rewards-"));
const file = (name: string) => join(directory, name);
/** The epoch at whose end the chain is reorganised. */
let epoch: bigint;

beforeAll(async () => {
  [chain, database] = await Promise.all([startChain(), createTestDatabase()]);
  sender = openSender({ url: database.url, rpcUrl: chain.url, name: "root submitter" });
  const { address } = sender.account;
  const config = {
    ...({ rpcUrl: chain.url, deployerKey, rootSubmitter: address, guardian: address } as const),
    ...{ epochLengthSeconds: 200, withdrawalDelaySeconds: 10, activationDelaySeconds: 1_000 },
  };
  const deployment = await deployDemo(config, await deploy(config));
  const addresses = file("addresses.json");
  writeFileSync(addresses, JSON.stringify(deployment));
  protocol = await openProtocol(chain.url, deployment);
  await bringOperators(protocol);
  await migrate(sender.db);
  context = { db: sender.db, chain: sender.chain, deployment, logger: sender.logger };
  indexer = await startIndexerProcess({ databaseUrl: database.url, rpcUrl: chain.url, addresses }, patience);
}, 180_000);
afterAll(async () => {
  await indexer?.stop();
  await sender.close();
  await Promise.all([chain.stop(), database.drop()]);
  rmSync(directory, { recursive: true, force: true });
});

async function mineAt(timestamp: bigint): Promise<void> {
  await chain.client.setNextBlockTimestamp({ timestamp });
  await chain.client.mine({ blocks: 1 });
}

/** In the epoch's last seconds somebody delegates and its weight is recorded; then the epoch ends. */
async function endEpoch(end: bigint, operator: Hex, shares: bigint): Promise<void> {
  const { done, delegators } = protocol;
  await chain.client.setNextBlockTimestamp({ timestamp: end - 20n });
  await done(delegate(protocol, delegators[1], operator, shares));
  await chain.client.setNextBlockTimestamp({ timestamp: end - 10n });
  await done(syncWeights(protocol, delegators[1], protocol.operators));
  await mineAt(end + 1n);
}

/** What the chain that the node has now gives, from its logs alone. */
async function replay(epoch: bigint) {
  const head = await chain.client.getBlock();
  return new ChainReplay(sender.chain, context.deployment).calculate(epoch, head);
}

describe("a reorganisation across an epoch's end", () => {
  it("is waited for: the epoch is calculated when it is final, of the chain that won", async () => {
    const { client, done, governor, network, rewardToken, rewardsCoordinator, delegators, operators } =
      protocol;
    const { genesis, lengthSeconds } = context.deployment.epoch;
    const { timestamp } = await chain.client.getBlock();
    epoch = (timestamp - BigInt(genesis)) / BigInt(lengthSeconds) + 1n;
    const args = [network, rewardToken, 50n * one, epoch, 3n] as const;
    await done(
      client.writeContract({ ...rewardsCoordinator, account: governor, functionName: "fundSchedule", args }),
    );
    const end = epochEnd(context.deployment.epoch, epoch);
    await mineAt(end - 190n);
    await done(syncWeights(protocol, delegators[1], operators));

    const fork = await chain.client.snapshot();
    await endEpoch(end, operators[0], 900n * one);
    await chain.client.mine({ blocks: 5, interval: 1 });
    const lost = await replay(epoch);
    const { number } = await chain.client.getBlock();
    await waitFor(
      "the indexer",
      async () => (await readProgress(sender.db)).latest.block >= number,
      patience,
    );
    await expect(calculateUpTo(epoch)).rejects.toMatchObject({ code: "EPOCH_NOT_DUE" });

    await chain.client.revert({ id: fork });
    await endEpoch(end, operators[1], 500n * one);
    await chain.client.mine({ blocks: 60, interval: 1 });
    const isFinal = async () => (await readProgress(sender.db)).finalized.timestamp >= end;
    await waitFor("the epoch's end to be final", isFinal, patience);
    await calculateUpTo(epoch);

    const { facts, result } = await readStoredEpoch(sender.db, epoch);
    const won = await replay(epoch);
    expect(result.leaves).toEqual(won.leaves);
    expect(facts.root).toBe(buildRewardTree(won.leaves).root);
    expect(facts.last_block_hash).toBe(
      (await chain.client.getBlock({ blockNumber: facts.last_block ?? 0n })).hash,
    );
    expect(won.total).toBeGreaterThan(0n);
    expect(facts.root).not.toBe(buildRewardTree(lost.leaves).root);
  }, 240_000);

  it("leaves a root that the verifying command finds equal from the node alone, from the bundle alone, and line by line", async () => {
    await chain.client.setBalance({ address: sender.account.address, value: parseEther("100") });
    const { db, logger } = sender;
    await settleRoot({ db, deployment: context.deployment, sender, logger }, epoch);
    const { rewardsCoordinator } = context.deployment.contracts;
    await waitFor(
      "the root",
      async () => (await readOnChain(sender.chain, rewardsCoordinator, epoch)).total > 0n,
    );
    const parts: Buffer[] = [];
    for await (const part of readBundle(db, epoch)) parts.push(part);
    writeFileSync(file("bundle.json.gz"), Buffer.concat(parts));
    const altered = gunzipSync(Buffer.concat(parts))
      .toString()
      .replace(/"commission":"(\d)/, '"commission":"1$1');
    writeFileSync(file("altered.json"), altered);

    const equal = /^Equal: .* gives? root 0x[0-9a-f]{64} of epoch \d+\.$/;
    expect(await verified([])).toMatch(equal);
    expect(await verified(["--bundle", file("bundle.json.gz")])).toMatch(equal);
    expect(await verified(["--against", file("bundle.json.gz")])).toMatch(equal);
    for (const option of ["--bundle", "--against"])
      expect(await verified([option, file("altered.json")])).toMatch(
        /differs\. operators \d+: .* here, .* there/,
      );
  }, 60_000);
});

/** What `nektar rewards verify` prints, without a database that it could ask. */
async function verified(options: readonly string[]): Promise<string> {
  const args = [
    "--import",
    "tsx",
    "scripts/nektar.ts",
    "rewards",
    "verify",
    "--epoch",
    String(epoch),
    ...options,
  ];
  const { DATABASE_URL: _, ...others } = process.env;
  const env = { ...others, RPC_URL: chain.url, NEKTAR_ADDRESSES: file("addresses.json") };
  const { child, output } = startProcess(process.execPath, args, { env });
  await once(child, "close");
  return output().trim();
}

async function calculateUpTo(epoch: bigint): Promise<void> {
  for (let at = 0n; at <= epoch; at++) await calculateInStages(context, at);
}
