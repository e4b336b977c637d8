import { setTimeout as sleep } from "node:timers/promises";
import { readDeployment } from "../../lib/chain/deployment.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { addressesFile, httpUrl, logLevel } from "../../lib/config/variables.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { fetchAwaitingTasks } from "../../operator/api/fetchAwaitingTasks.ts";
import { faultyOperators } from "../seed/operatorIdentities.ts";
import { equivocate } from "./equivocate.ts";

/** The operator that signs two responses to each task, until the jobs have slashed it below the network's minimum. */
const pauseMs = 1_000;

const settings = parseEnvironment({
  NEKTAR_ADDRESSES: addressesFile,
  API_URL: httpUrl,
  LOG_LEVEL: logLevel,
});
const logger = createLogger("equivocator", settings.LOG_LEVEL);
const deployment = readDeployment(settings.NEKTAR_ADDRESSES);
const [equivocator] = faultyOperators;
if (equivocator === undefined) throw new ConfigError("There is no faulty operator.");

const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stopping.abort());

while (!stopping.signal.aborted) {
  try {
    const { address } = equivocator.account;
    const { tasks } = await fetchAwaitingTasks(settings.API_URL, address, stopping.signal);
    for (const task of tasks) {
      const second = await equivocate(settings.API_URL, deployment, equivocator, task, stopping.signal);
      logger.info({ taskId: task.taskId, answer: second.__typename }, "two responses handed in");
    }
  } catch (error) {
    if (!stopping.signal.aborted) logger.warn({ reason: (error as Error).message }, "this round failed");
  }
  await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
}
