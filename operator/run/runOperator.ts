import { setMaxListeners } from "node:events";
import { join } from "node:path";
import { readDeployment } from "../../lib/chain/deployment.ts";
import { closeServer } from "../../lib/http/serveStatus.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";
import { createModules } from "../../lib/modules/createModules.ts";
import { ApiEndpoint } from "../api/ApiEndpoint.ts";
import { auditAtStart } from "../audit/auditAtStart.ts";
import { createChainClient } from "../chain/createChainClient.ts";
import { HeadReader } from "../chain/HeadReader.ts";
import { TaskScanner } from "../chain/TaskScanner.ts";
import type { RunSettings } from "../config/settings.ts";
import { createMetrics } from "../node/createMetrics.ts";
import { NodeState } from "../node/NodeState.ts";
import { serveNode } from "../node/serveNode.ts";
import { Journal, journalFileName } from "../protection/journal.ts";
import { lockDirectory } from "../protection/lockDirectory.ts";
import { ProtectedSigner } from "../protection/ProtectedSigner.ts";
import { openSigner } from "../signer/openSigner.ts";
import type { OperatorContext } from "../tasks/OperatorContext.ts";
import { TaskRunner } from "../tasks/TaskRunner.ts";
import { prepareChain } from "./prepareChain.ts";
import { scanChain } from "./scanChain.ts";
import { watchEndpoint } from "./watchEndpoint.ts";

type Closer = () => Promise<void>;

/**
 * Runs the client until the signal is aborted, then stops it in order: no new work, modules, journal, lock.
 *
 * @throws {ConfigError} when a setting, a file or the chain does not fit.
 * @throws {JournalBrokenError} when the disk refused a record: nothing may be signed before a restart.
 */
export async function runOperator(settings: RunSettings, log: Logger, signal: AbortSignal): Promise<void> {
  const closers: Closer[] = [];
  const fatal = new AbortController();
  try {
    const state = new NodeState();
    const stop = AbortSignal.any([signal, fatal.signal]);
    setMaxListeners(0, stop); // each wait and request listens to it
    const context = await prepare(settings, log, stop, state, closers);
    if (!stop.aborted) await auditAtStart(context, settings.restored);
    if (stop.aborted) return;
    state.context = context;
    state.phase = "running";
    log.info({ operator: context.operator, networks: [...context.modules.keys()] }, "running");
    await work(context, (error) => fatal.abort(error));
    state.phase = "stopping";
  } finally {
    for (const close of closers.reverse()) await close();
  }
  fatal.signal.throwIfAborted();
}

async function prepare(
  settings: RunSettings,
  log: Logger,
  signal: AbortSignal,
  state: NodeState,
  closers: Closer[],
): Promise<OperatorContext> {
  const deployment = readDeployment(settings.addresses);
  const { operator } = settings;
  const keyHolder = await openSigner(settings, signal);
  const lock = await lockDirectory(settings["data-dir"]);
  closers.push(() => lock.release());
  const journal = await Journal.open(join(settings["data-dir"], journalFileName));
  closers.push(() => journal.close());
  const { chainId, contracts } = deployment;
  const signer = new ProtectedSigner(journal, keyHolder, { chainId, taskManager: contracts.taskManager });
  const modules = createModules(settings.module, deployment, log);
  closers.push(() => Promise.all([...modules.values()].map((module) => module.stop())).then(() => {}));
  const metrics = createMetrics();
  const { publicKey } = signer;
  const networks = [...modules.keys()];
  const { host, port } = settings;
  const node = await serveNode({ host, port, operator, publicKey, deployment, networks, state, metrics });
  closers.push(() => closeServer(node));
  log.info({ port, recordedTasks: journal.count }, "started");
  const client = createChainClient(settings.rpc, deployment);
  const { operatorRegistry } = contracts;
  const registration = { operatorRegistry, operator, publicKey };
  await prepareChain({ rpc: settings.rpc, deployment, client, registration, state, log, signal });
  const endpoints = settings.api.map((url, index) => new ApiEndpoint(url, index));
  const head = new HeadReader(client);
  return { operator, deployment, client, head, endpoints, modules, signer, metrics, log, signal };
}

async function work(context: OperatorContext, onFatal: (error: Error) => void): Promise<void> {
  const { client, deployment, endpoints } = context;
  const runner = new TaskRunner(context, {
    fatal: onFatal,
    lie: (source) => endpoints.find((endpoint) => endpoint.label === source)?.lied(),
  });
  const scanner = new TaskScanner(client, {
    taskManager: deployment.contracts.taskManager,
    networks: [...context.modules.keys()],
    startBlock: BigInt(deployment.startBlock),
  });
  const loops = endpoints.flatMap((endpoint) => watchEndpoint(endpoint, runner, context));
  await Promise.all([...loops, scanChain(scanner, runner, context)]);
  // A module may still compute; what waits for it ends when it is stopped.
  await Promise.race([
    Promise.all([...context.modules.values()].map((module) => module.stop())),
    runner.ended(),
  ]);
  await runner.ended();
}
