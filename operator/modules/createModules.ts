import { getAddress, type Hex } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";
import { factorizationCommand } from "./builtInModule.ts";
import { ModuleProcess } from "./ModuleProcess.ts";

const limits = { timeMs: 10_000, lineBytes: 16 * 1024 };

/**
 * A module for each network that the client serves: those given, and the built-in one for the demonstration network
 * unless another is given for it.
 *
 * @throws {ConfigError} when there is none.
 */
export function createModules(
  given: readonly { readonly network: Hex; readonly command: readonly string[] }[],
  deployment: Deployment,
  log: Logger,
): Map<Hex, ModuleProcess> {
  const commands = new Map<Hex, readonly string[]>();
  if (deployment.demo !== undefined)
    commands.set(deployment.demo.factorizationNetwork, factorizationCommand());
  for (const { network, command } of given) commands.set(network, command);
  if (commands.size === 0) {
    throw new ConfigError(
      "There is no module: the addresses file names no demonstration network. Set --module.",
    );
  }
  return new Map(
    [...commands].map(([network, command]) => [
      network,
      new ModuleProcess(command, limits, log.child({ network: getAddress(network) })),
    ]),
  );
}
