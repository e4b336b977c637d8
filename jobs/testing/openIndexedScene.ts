import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEther } from "viem";
import type { DemoParameters } from "../../contracts/deploy/demoParameters.ts";
import { deploy } from "../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../contracts/deploy/deployDemo.ts";
import { allocate, optIn, waitForAllocations } from "../../indexer/testing/actions.ts";
import { openProtocol } from "../../indexer/testing/protocol.ts";
import { bringOperators } from "../../indexer/testing/scenario.ts";
import { deploymentSchema } from "../../lib/chain/deployment.ts";
import { readProgress } from "../../lib/database/checkpoint.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { startIndexerProcess } from "../../test/support/indexerProcess.ts";
import { startChain } from "../../test/support/testChain.ts";
import { createTestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { openSender } from "../transactions/testing/openSender.ts";

/** anvil's first account. */
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const patience = { timeoutMs: 60_000, intervalMs: 50 };
const one = 10n ** 18n;
/** The indexer moves its final block on when it is twice its finality behind the newest. */
const finalityBlocks = 62;

export type IndexedScene = Awaited<ReturnType<typeof openIndexedScene>>;

/** The contracts on a chain of their own, three operators at stake in both demonstration networks, the real indexer, and a sender. */
export async function openIndexedScene(parameters: DemoParameters = {}, epochLengthSeconds = 1_000) {
  const directory = mkdtempSync(join(tmpdir(), "nektar-indexed-"));
  const addresses = join(directory, "addresses.json");
  const [chain, database] = await Promise.all([startChain(), createTestDatabase()]);
  const sender = openSender({ url: database.url, rpcUrl: chain.url, name: "jobs" });
  const [, , , , , , , guardian = "0x"] = await chain.client.getAddresses();
  const delays = { withdrawalDelaySeconds: 10, activationDelaySeconds: 5 };
  const roles = { rootSubmitter: sender.account.address, guardian };
  const config = { rpcUrl: chain.url, deployerKey, epochLengthSeconds, ...delays, ...roles };
  const demo = await deployDemo(config, await deploy(config), () => {}, { parameters });
  writeFileSync(addresses, JSON.stringify(demo));
  const deployment = deploymentSchema.parse(demo); // lowercase, as the addresses file is read
  await chain.client.setBalance({ address: sender.account.address, value: parseEther("100") });
  const protocol = await openProtocol(chain.url, deployment);
  await bringOperators(protocol);
  const { operators, priceNetwork, done } = protocol;
  for (const operator of operators) await done(allocate(protocol, operator, priceNetwork, (3n * one) / 10n));
  await waitForAllocations(protocol);
  for (const operator of operators) await done(optIn(protocol, operator, priceNetwork));
  await migrate(sender.db);
  const at = { databaseUrl: database.url, rpcUrl: chain.url, addresses };
  const indexer = await startIndexerProcess(at, patience);
  return {
    ...{ chain, protocol, deployment, sender, addresses, databaseUrl: database.url },

    /** Waits until the rows are those of the chain's last block. */
    async indexed(): Promise<void> {
      const head = await chain.client.getBlockNumber();
      await waitFor(
        `block ${head}`,
        async () => (await readProgress(sender.db)).latest.block >= head,
        patience,
      );
    },

    /** Everything so far becomes final. */
    async finalize(): Promise<void> {
      const head = await chain.client.getBlockNumber();
      await chain.client.mine({ blocks: finalityBlocks });
      await waitFor(
        `final block ${head}`,
        async () => (await readProgress(sender.db)).finalized.block >= head,
        patience,
      );
    },

    async close(): Promise<void> {
      await indexer.stop();
      await sender.close();
      await Promise.all([chain.stop(), database.drop()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
