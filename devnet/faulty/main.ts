import { setTimeout as sleep } from "node:timers/promises";
import { readDeployment } from "../../lib/chain/deployment.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { addressesFile, httpUrl, logLevel, rpcUrls } from "../../lib/config/variables.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { fetchAwaitingTasks } from "../../operator/api/fetchAwaitingTasks.ts";
import { proveEquivocation } from "../activity/story/proveEquivocation.ts";
import { faultyOperators } from "../seed/operatorIdentities.ts";
import { roles } from "../seed/roles.ts";
import { createChainClient } from "../seed/SeedContext.ts";
import { equivocate } from "./equivocate.ts";

/** The operator that signs two responses to each task; its first equivocation is proved on chain, once. */
const pauseMs = 1_000;

const settings = parseEnvironment({
  RPC_URL: rpcUrls,
  NEKTAR_ADDRESSES: addressesFile,
  API_URL: httpUrl,
  LOG_LEVEL: logLevel,
});
const logger = createLogger("equivocator", settings.LOG_LEVEL);
const deployment = readDeployment(settings.NEKTAR_ADDRESSES);
const client = createChainClient(settings.RPC_URL[0] ?? "", deployment.chainId);
const [equivocator] = faultyOperators;
if (equivocator === undefined) throw new ConfigError("There is no faulty operator.");

const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stopping.abort());

let isProved = false;
while (!stopping.signal.aborted) {
  try {
    const { address } = equivocator.account;
    const { tasks } = await fetchAwaitingTasks(settings.API_URL, address, stopping.signal);
    for (const task of tasks) {
      const { evidence, second } = await equivocate(
        settings.API_URL,
        deployment,
        equivocator,
        task,
        stopping.signal,
      );
      logger.info({ taskId: task.taskId, answer: second.__typename }, "two responses handed in");
      if (isProved) continue;
      await proveEquivocation({ client, deployment }, roles.reporter, evidence);
      isProved = true;
      logger.info({ taskId: task.taskId }, "the equivocation is proved on chain");
    }
  } catch (error) {
    if (!stopping.signal.aborted) logger.warn({ reason: (error as Error).message }, "this round failed");
  }
  await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
}
