import { setTimeout as sleep } from "node:timers/promises";
import { encodeAbiParameters, encodeFunctionData } from "viem";
import { z } from "zod";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { readDeployment } from "../../lib/chain/deployment.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { addressesFile, logLevel, rpcUrls } from "../../lib/config/variables.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { roles } from "../seed/roles.ts";
import { type Call, createChainClient } from "../seed/SeedContext.ts";
import { sendBatch } from "../seed/sendBatch.ts";
import { randomNumber } from "./numbers.ts";
import { randomStakeMove } from "./stakeMoves.ts";
import { tellStory } from "./story/tellStory.ts";

/** Of so many rounds one moves some stake beside creating a task. */
const roundsPerStakeMove = 6;

const settings = parseEnvironment({
  RPC_URL: rpcUrls,
  NEKTAR_ADDRESSES: addressesFile,
  TASK_INTERVAL_SECONDS: z.coerce.number().positive().default(10),
  LOG_LEVEL: logLevel,
});
const logger = createLogger("activity", settings.LOG_LEVEL);
const deployment = readDeployment(settings.NEKTAR_ADDRESSES);
const { demo } = deployment;
if (!demo) throw new ConfigError("The addresses file has no demonstration network.");
const network = demo.factorizationNetwork;
const client = createChainClient(settings.RPC_URL[0] ?? "", deployment.chainId);

const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stopping.abort());

function taskCall(number: bigint): Call {
  const payload = encodeAbiParameters([{ type: "uint256" }], [number]);
  const args = [network, payload] as const;
  const data = encodeFunctionData({ abi: taskManagerAbi, functionName: "createTask", args });
  return { from: roles.taskCreator, to: deployment.contracts.taskManager, data };
}

let storyOver = false;
for (let round = 1; !stopping.signal.aborted; round++) {
  try {
    const number = randomNumber();
    const calls = [taskCall(number)];
    const move =
      round % roundsPerStakeMove === 0 ? await randomStakeMove({ client, deployment, demo }) : undefined;
    if (move) calls.push(move);
    await sendBatch(client, calls);
    logger.info({ number, stakeMoved: move !== undefined }, "task created");
    if (!storyOver) {
      const { told, over } = await tellStory({ client, deployment, demo });
      for (const chapter of told) logger.info({ chapter }, "story told");
      storyOver = over;
    }
  } catch (error) {
    // The chain may be starting again; the next round finds it.
    logger.warn({ reason: (error as Error).message }, "this round failed");
  }
  await sleep(settings.TASK_INTERVAL_SECONDS * 1000, undefined, { signal: stopping.signal }).catch(() => {});
}
