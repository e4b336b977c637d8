import { setTimeout as sleep } from "node:timers/promises";
import type { Address } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { connectChain } from "../lib/chain/connectChain.ts";
import type { Deployment } from "../lib/chain/deployment.ts";
import { bindChain } from "../lib/database/bindChain.ts";
import { IndexerNotReadyError, readProgress } from "../lib/database/checkpoint.ts";
import { createDatabase, type Database } from "../lib/database/createDatabase.ts";
import { migrate } from "../lib/database/migrate.ts";
import { ConfigError } from "../lib/errors/NektarError.ts";
import type { Logger } from "../lib/logging/createLogger.ts";
import { createModules } from "../lib/modules/createModules.ts";
import { verifyChain } from "./chain/verifyChain.ts";
import type { Challenging, ModulePair } from "./challenge/context.ts";
import type { JobsConfig } from "./config.ts";
import type { JobContext } from "./context.ts";

const patienceMs = 1_000;

/** What jobs work with. Nothing is connected yet. */
export function openContext(config: JobsConfig, logger: Logger): JobContext {
  const db = createDatabase({ connectionString: config.databaseUrl, applicationName: "jobs" });
  const chain = connectChain(config.rpcUrls);
  const { finalityDepth, replaceAfterMs, deployment } = config;
  const settings = { chainId: deployment.chainId, finalityDepth, replaceAfterMs };
  const sender = { db, chain, account: privateKeyToAccount(config.privateKey), settings, logger };
  const { aggregateGraceMs, sync, guardianKey, alerts } = config;
  const guardian = guardianKey && { ...sender, account: privateKeyToAccount(guardianKey) };
  const challenging = config.challenge && openChallenging(config.challenge, deployment, logger);
  return { db, deployment, sender, guardian, logger, aggregateGraceMs, sync, challenging, alerts };
}

/** Each network's module twice. They are started with their first payload. */
function openChallenging(
  { modules, limits }: NonNullable<JobsConfig["challenge"]>,
  deployment: Deployment,
  logger: Logger,
): Challenging {
  const [ones, others] = [0, 1].map(() => createModules(modules, deployment, logger));
  const pairs = new Map<Address, ModulePair>();
  for (const [network, one] of ones ?? []) {
    const other = others?.get(network);
    if (other) pairs.set(network, [one, other]);
  }
  return { modules: pairs, limits };
}

/** Ends the modules' processes and the connections. */
export async function closeContext({ db, challenging }: JobContext): Promise<void> {
  const modules = [...(challenging?.modules.values() ?? [])].flat();
  await Promise.all(modules.map((module) => module.stop()));
  await db.destroy();
}

/**
 * Brings the database up to date, checks that database, chain and addresses belong together, and waits until the indexer
 * has read the chain's history. Faults that only need time are waited for.
 *
 * @throws {ConfigError} when they do not belong together.
 */
export async function prepare(
  { db, sender, deployment, logger }: JobContext,
  stop: AbortSignal,
): Promise<void> {
  await persevere("the database", logger, stop, () => migrate(db));
  await bindChain(db, deployment);
  await persevere("the chain", logger, stop, () => verifyChain(sender.chain, deployment));
  await waitForIndexer(db, logger, stop);
}

async function persevere(
  what: string,
  logger: Logger,
  stop: AbortSignal,
  attempt: () => Promise<unknown>,
): Promise<void> {
  for (let failures = 0; !stop.aborted; failures++) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      if (failures % 10 === 0) logger.warn({ what }, "waiting for something that does not answer yet");
    }
    await sleep(patienceMs, undefined, { signal: stop });
  }
}

async function waitForIndexer(db: Database, logger: Logger, stop: AbortSignal): Promise<void> {
  await persevere("the indexer", logger, stop, async () => {
    const { latest } = await readProgress(db);
    if (latest.block === 0n) throw new IndexerNotReadyError("Nothing is indexed yet.");
  });
}
