import { readFileSync } from "node:fs";
import { z } from "zod";
import { ConfigError } from "../errors/NektarError.ts";

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "must be an address")
  .transform((value) => value.toLowerCase() as `0x${string}`);
const hash = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, "must be a 32-byte hash")
  .transform((value) => value.toLowerCase() as `0x${string}`);

/**
 * What `npm run deploy` writes and every process reads: where the contracts are. Addresses come out lowercase.
 * `genesisHash` (hash of block 0) tells two chains with one chain id apart.
 */
export const deploymentSchema = z.object({
  chainId: z.number().int().positive(),
  genesisHash: hash,
  /** Number of the block that holds the first of our contracts: indexing starts here. */
  startBlock: z.number().int().nonnegative(),
  epoch: z.object({
    /** Timestamp in seconds at which epoch 0 begins. */
    genesis: z.number().int().nonnegative(),
    lengthSeconds: z.number().int().positive(),
  }),
  contracts: z.object({
    accessManager: address,
    epochClock: address,
    operatorRegistry: address,
    networkRegistry: address,
    delegationManager: address,
    allocationManager: address,
    stakeRegistry: address,
    taskManager: address,
    challengeManager: address,
    slashingManager: address,
    rewardsCoordinator: address,
  }),
  /** keccak256 of the code of each of `contracts`, as the chain has it. */
  codeHashes: z.record(z.string(), hash),
  /** Present when the demonstration networks were deployed too. */
  demo: z
    .object({
      stakeToken: address,
      rewardToken: address,
      factorizationNetwork: address,
      priceAttestationNetwork: address,
    })
    .optional(),
});

export type Deployment = z.infer<typeof deploymentSchema>;

/**
 * Reads an addresses file.
 *
 * @throws {ConfigError} when the file is missing, is not JSON or lacks a field; the message names the file and says how to make one.
 */
export function readDeployment(path: string): Deployment {
  const advice = "Run `npm run deploy` for your chain, or `npm start` for a local one.";
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new ConfigError(`The addresses file ${path} cannot be read. ${advice}`, { path }, { cause });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ConfigError(`The addresses file ${path} is not valid JSON. ${advice}`, { path }, { cause });
  }
  const result = deploymentSchema.safeParse(json);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ");
  throw new ConfigError(`The addresses file ${path} is not valid: ${faults}. ${advice}`, { path });
}
