import { existsSync } from "node:fs";
import { z } from "zod";
import { readDeployment } from "../../lib/chain/deployment.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { addressesFile, privateKey } from "../../lib/config/variables.ts";
import { ConfigError, NektarError } from "../../lib/errors/NektarError.ts";
import type { DeployConfig } from "./config.ts";
import { deploy, plannedAddresses } from "./deploy.ts";
import { deployDemo } from "./deployDemo.ts";
import type { StepProgress } from "./TransactionBatch.ts";
import { writeDeployment } from "./writeDeployment.ts";

const seconds = z.coerce.number("must be a whole number of seconds").int().nonnegative();
const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, "must be an address");
const day = 86_400;

const environment = {
  RPC_URL: z.url("must be a URL"),
  DEPLOYER_PRIVATE_KEY: privateKey,
  ROOT_SUBMITTER_ADDRESS: address,
  GUARDIAN_ADDRESS: address,
  EPOCH_GENESIS: seconds.optional(),
  EPOCH_LENGTH_SECONDS: seconds.positive().default(7 * day),
  WITHDRAWAL_DELAY_SECONDS: seconds.default(14 * day),
  ALLOCATION_DELAY_SECONDS: seconds.default(day),
  DEALLOCATION_DELAY_SECONDS: seconds.default(14 * day),
  ACTIVATION_DELAY_SECONDS: seconds.default(2 * day),
  DEPLOYMENT_LABEL: z.string().default("nektar"),
  /** `true` deploys the demonstration network with its worthless tokens too. */
  DEPLOY_DEMO: z.enum(["true", "false"]).default("false"),
  NEKTAR_ADDRESSES: addressesFile,
};

/** An addresses file of another deployment is somebody's only note of it: it is never overwritten. */
function requireSameDeployment(path: string, config: DeployConfig): void {
  if (!existsSync(path)) return;
  if (readDeployment(path).contracts.taskManager === plannedAddresses(config).taskManager) return;
  throw new ConfigError(`${path} names another deployment. Move it away, or set NEKTAR_ADDRESSES.`, { path });
}

function showProgress({ step, state }: StepProgress): void {
  if (state !== "sent") console.log(`  ${state === "done" ? "done   " : "present"}  ${step}`);
}

try {
  const env = parseEnvironment(environment);
  const config: DeployConfig = {
    rpcUrl: env.RPC_URL,
    deployerKey: env.DEPLOYER_PRIVATE_KEY,
    rootSubmitter: env.ROOT_SUBMITTER_ADDRESS,
    guardian: env.GUARDIAN_ADDRESS,
    epochLengthSeconds: env.EPOCH_LENGTH_SECONDS,
    withdrawalDelaySeconds: env.WITHDRAWAL_DELAY_SECONDS,
    allocationDelaySeconds: env.ALLOCATION_DELAY_SECONDS,
    deallocationDelaySeconds: env.DEALLOCATION_DELAY_SECONDS,
    activationDelaySeconds: env.ACTIVATION_DELAY_SECONDS,
    label: env.DEPLOYMENT_LABEL,
    ...(env.EPOCH_GENESIS === undefined ? {} : { genesis: env.EPOCH_GENESIS }),
  };
  requireSameDeployment(env.NEKTAR_ADDRESSES, config);
  let deployment = await deploy(config, showProgress);
  if (env.DEPLOY_DEMO === "true") deployment = await deployDemo(config, deployment, showProgress);
  writeDeployment(env.NEKTAR_ADDRESSES, deployment);
  console.log(`Deployed on chain ${deployment.chainId}. Addresses: ${env.NEKTAR_ADDRESSES}`);
} catch (error) {
  console.error(error instanceof NektarError ? error.message : error);
  process.exitCode = 1;
}
