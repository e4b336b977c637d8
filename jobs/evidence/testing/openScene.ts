import { type Address, type Hex, keccak256, parseEther, parseEventLogs, zeroAddress, zeroHash } from "viem";
import { deploy } from "../../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../../contracts/deploy/deployDemo.ts";
import { createTask, signatureOf, tasksOf } from "../../../indexer/testing/actions.ts";
import { openProtocol, type Protocol } from "../../../indexer/testing/protocol.ts";
import { bringOperators } from "../../../indexer/testing/scenario.ts";
import { compressG2, decodeG2 } from "../../../lib/bls/points.ts";
import { deploymentSchema } from "../../../lib/chain/deployment.ts";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { migrate } from "../../../lib/database/migrate.ts";
import { createIndexerTables, setProgress } from "../../../test/support/createIndexerTables.ts";
import { insertParticipation } from "../../../test/support/insertParticipation.ts";
import { startChain } from "../../../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/support/testDatabase.ts";
import { waitFor } from "../../../test/support/waitFor.ts";
import type { SendingContext } from "../../context.ts";
import { taskRow } from "../../testing/taskRow.ts";
import { openSender } from "../../transactions/testing/openSender.ts";
import { watchIntents } from "../../transactions/watchIntents.ts";
import { findEquivocations, listUnsettled, type Offence } from "../queries.ts";
import { settleOffence } from "../settleOffence.ts";

/** anvil's first account. */
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const responses = ["0x01", "0x02"] as const;

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** The contracts on a chain of their own with three operators at stake, and a reporter with its database. */
export async function openScene(makeDatabase: () => Promise<TestDatabase> = createTestDatabase) {
  const [database, chain] = await Promise.all([makeDatabase(), startChain()]);
  const sender = openSender({ url: database.url, rpcUrl: chain.url, name: "reporter" });
  const guardian = (await chain.client.getAddresses())[7] ?? zeroAddress;
  const delays = { withdrawalDelaySeconds: 10, activationDelaySeconds: 1_000 };
  const roles = { rootSubmitter: sender.account.address, guardian };
  const config = { rpcUrl: chain.url, deployerKey, epochLengthSeconds: 100, ...delays, ...roles };
  const deployed = await deployDemo(config, await deploy(config));
  const deployment = deploymentSchema.parse(deployed); // lowercase, as the addresses file is read
  await chain.client.setBalance({ address: sender.account.address, value: parseEther("100") });
  await migrate(sender.db);
  await createIndexerTables(sender.db);
  await setProgress(sender.db, { latest: [500n, 20n], finalized: [400n, 15n] });
  const protocol = await openProtocol(chain.url, deployment);
  await bringOperators(protocol);
  const context: SendingContext = { db: sender.db, deployment, sender, logger: sender.logger };
  const mined = () =>
    waitFor("an empty pool", async () => (await chain.client.getTxpoolStatus()).pending === 0);
  let payloads = 0;
  return {
    ...{ chain, protocol, context, sender, mined, databaseUrl: database.url },

    /** A new task, whose rows are indexed, and an operator that hands in two responses to it. */
    async offend(index: number): Promise<Offence> {
      const payload: Hex = `0x${(++payloads).toString(16).padStart(4, "0")}`;
      const createdTx = await createTask(protocol, protocol.requester, payload);
      const [taskId = zeroHash] = await tasksOf(protocol, createdTx);
      const offence = { taskId, operator: protocol.operators[index] ?? zeroAddress };
      await indexTask(sender.db, protocol, offence, payload, createdTx);
      for (const response of responses) await handIn(sender.db, protocol, offence, index, response);
      return offence;
    },

    /** What the jobs' process does in a second. */
    async look(): Promise<void> {
      await findEquivocations(sender.db);
      for (const offence of await listUnsettled(sender.db)) await settleOffence(context, offence);
      await mined();
      await watchIntents(sender);
    },

    /** The chain's events that say that the operator was slashed for it. */
    async slashesOf({ taskId, operator }: Offence) {
      const { client, slashingManager } = protocol;
      const logs = await client.getLogs({ address: slashingManager.address, fromBlock: 0n });
      return parseEventLogs({ abi: slashingManager.abi, eventName: "OperatorSlashed", logs }).filter(
        ({ args }) => args.taskId === taskId && args.operator.toLowerCase() === operator,
      );
    },

    async close(): Promise<void> {
      await sender.close();
      await Promise.all([chain.stop(), database.drop()]);
    },
  };
}

async function handIn(
  db: Database,
  protocol: Protocol,
  { taskId, operator }: Offence,
  index: number,
  response: Hex,
): Promise<void> {
  const signature = compressG2(decodeG2(await signatureOf(protocol, taskId, index, response)));
  const row = { task_id: taskId, operator, response, response_hash: keccak256(response), signature };
  await db
    .insertInto("nektar.response")
    .values({ ...row, reference_block: 0n })
    .execute();
}

/** The indexer's rows of a task, one participation and the operator, as the chain has them. */
async function indexTask(
  db: Database,
  protocol: Protocol,
  { taskId, operator }: Offence,
  payload: Hex,
  created_tx: Hex,
): Promise<void> {
  const { client, taskManager, stakeRegistry } = protocol;
  const { network, referenceBlock: reference_block } = await client.readContract({
    ...taskManager,
    functionName: "taskOf",
    args: [taskId],
  });
  const { blockNumber: created_block } = await client.getTransactionReceipt({ hash: created_tx });
  const [weight, total_weight] = await Promise.all([
    client.readContract({
      ...stakeRegistry,
      functionName: "weightAt",
      args: [network, operator, reference_block],
    }),
    client.readContract({
      ...stakeRegistry,
      functionName: "totalWeightAt",
      args: [network, reference_block],
    }),
  ]);
  const lower = network.toLowerCase() as Address;
  const facts = { id: taskId, network: lower, payload, reference_block, total_weight };
  await db
    .insertInto("indexer.task")
    .values(taskRow({ ...facts, created_block, created_tx }))
    .execute();
  const part = { task_id: taskId, operator, network: lower, weight, signed: null };
  await insertParticipation(db, [part]);
  await indexOperator(db, protocol, operator);
}

async function indexOperator(db: Database, protocol: Protocol, operator: Address): Promise<void> {
  const { client, operatorRegistry } = protocol;
  const logs = await client.getLogs({ address: operatorRegistry.address, fromBlock: 0n });
  const events = parseEventLogs({ abi: operatorRegistry.abi, eventName: "OperatorRegistered", logs });
  const registered = events.find(({ args }) => args.operator.toLowerCase() === operator);
  if (!registered) throw new Error(`${operator} is not registered`);
  const { blockNumber: created_block, transactionHash: created_tx, args } = registered;
  const origin = { created_block, created_at: 1n, created_tx, since_block: 1n, since_timestamp: 1n };
  await db
    .insertInto("indexer.operator")
    .values({ address: operator, payout: operator, bls_key: args.blsKey, metadata_uri: "", ...origin })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
