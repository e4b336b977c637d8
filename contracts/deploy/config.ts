import { z } from "zod";
import { ConfigError } from "../../lib/errors/NektarError.ts";

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "must be an address")
  .transform((value) => value.toLowerCase() as `0x${string}`);
const seconds = z.number().int();

export const deployConfigSchema = z.object({
  rpcUrl: z.url(),
  /** Sends every transaction; becomes the administrator of the AccessManager and holds the role of governance. */
  deployerKey: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/, "must be a private key")
    .transform((value) => value as `0x${string}`),
  /** Timestamp at which epoch 0 begins, in seconds; the latest block's when left out. */
  genesis: seconds.nonnegative().optional(),
  epochLengthSeconds: seconds.positive(),
  withdrawalDelaySeconds: seconds.nonnegative(),
  /** Until a rise of an operator's allocation counts. */
  allocationDelaySeconds: seconds.nonnegative().default(0),
  /** Until a fall of an operator's allocation counts; it stays slashable until then. As long as a withdrawal when left out. */
  deallocationDelaySeconds: seconds.nonnegative().optional(),
  activationDelaySeconds: seconds.nonnegative(),
  rootSubmitter: address,
  guardian: address,
  /** Tells several deployments of one deployer on one chain apart. */
  label: z.string().default("nektar"),
});

export type DeployConfig = z.input<typeof deployConfigSchema>;
export type ParsedDeployConfig = z.output<typeof deployConfigSchema>;

/** @throws {ConfigError} naming every faulty field at once; values are never echoed. */
export function parseDeployConfig(config: DeployConfig): ParsedDeployConfig {
  const result = deployConfigSchema.safeParse(config);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ");
  throw new ConfigError(`The deployment's settings are not valid: ${faults}.`);
}
