import { existsSync } from "node:fs";
import { bytesToHex } from "viem";
import type { HDAccount } from "viem/accounts";
import { deploy, plannedAddresses } from "../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../contracts/deploy/deployDemo.ts";
import { writeDeployment } from "../../contracts/deploy/writeDeployment.ts";
import { type Deployment, readDeployment } from "../../lib/chain/deployment.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { callRpc } from "../chain/rpc.ts";
import { roles } from "./roles.ts";

/** Short times, so that a newcomer sees a whole epoch within minutes. */
const epochLengthSeconds = 60;
const withdrawalDelaySeconds = 60;
const activationDelaySeconds = 10;
/** What is being lowered stays slashable for as long as a task can be answered, challenged and decided. */
const allocationDelaySeconds = 0;
const deallocationDelaySeconds = 300;
const demoParameters = { quorumBps: 6_000, responseWindow: 120n, challengeWindow: 10n };

export type ChainOptions = {
  readonly rpcUrl: string;
  readonly addressesFile: string;
  readonly say: (text: string) => void;
};

/**
 * Puts the protocol and its demonstration network on a local chain, as far as they are not there, and writes the addresses file.
 *
 * @throws {ConfigError} when the chain holds a deployment of other contracts than today's.
 */
export async function deployLocally({ rpcUrl, addressesFile, say }: ChainOptions): Promise<Deployment> {
  const config = {
    rpcUrl,
    deployerKey: privateKeyOf(roles.deployer),
    rootSubmitter: roles.jobs.address,
    guardian: roles.guardian.address,
    epochLengthSeconds,
    withdrawalDelaySeconds,
    allocationDelaySeconds,
    deallocationDelaySeconds,
    activationDelaySeconds,
  };
  await refuseOtherContracts(rpcUrl, addressesFile, plannedAddresses(config).taskManager);
  const onProgress = ({ step, state }: { step: string; state: string }) => {
    if (state === "sent") say(step);
  };
  const deployment = await deploy(config, onProgress);
  const withDemo = await deployDemo(config, deployment, onProgress, {
    parameters: demoParameters,
    arbiter: roles.arbiter.address,
  });
  writeDeployment(addressesFile, withDemo);
  return withDemo;
}

/** The deployment that an addresses file names, if it is on this chain. */
export async function deploymentOnChain(
  rpcUrl: string,
  addressesFile: string,
): Promise<Deployment | undefined> {
  if (!existsSync(addressesFile)) return undefined;
  const deployment = readDeployment(addressesFile);
  const [genesis, code] = await Promise.all([
    callRpc<{ hash: string }>(rpcUrl, "eth_getBlockByNumber", ["0x0", false]),
    callRpc<string>(rpcUrl, "eth_getCode", [deployment.contracts.taskManager, "latest"]),
  ]);
  return genesis.hash === deployment.genesisHash && code !== "0x" ? deployment : undefined;
}

/** A second deployment on one chain would leave the operators, the stake and the database with the first. */
async function refuseOtherContracts(rpcUrl: string, addressesFile: string, planned: string): Promise<void> {
  const present = await deploymentOnChain(rpcUrl, addressesFile).catch((error: unknown) => {
    // A file of an earlier version of ours, which knew fewer contracts.
    if (error instanceof ConfigError) return "unreadable" as const;
    throw error;
  });
  if (present === undefined) return;
  if (present !== "unreadable" && present.contracts.taskManager === planned) return;
  throw new ConfigError(
    "The contracts have changed since this chain was made: `npm start -- --reset` begins anew.",
  );
}

/** An account's private key, for what takes no account. */
export function privateKeyOf(account: HDAccount): `0x${string}` {
  const key = account.getHdKey().privateKey;
  if (!key) throw new Error(`no private key for ${account.address}`);
  return bytesToHex(key);
}
