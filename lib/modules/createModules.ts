import { getAddress, type Hex } from "viem";
import type { Deployment } from "../chain/deployment.ts";
import { ConfigError } from "../errors/NektarError.ts";
import type { Logger } from "../logging/createLogger.ts";
import { builtInCommand } from "./builtInModule.ts";
import type { Module } from "./Module.ts";
import { ModuleEndpoint } from "./ModuleEndpoint.ts";
import { ModuleProcess } from "./ModuleProcess.ts";

/** A program that is started here, or an endpoint that is asked. */
export type ModuleSource = { readonly command: readonly string[] } | { readonly url: string };
export type ModuleSetting = { readonly network: Hex } & ModuleSource;

const limits = { timeMs: 10_000, lineBytes: 16 * 1024, memoryBytes: 512 * 1024 ** 2 };

/**
 * A module for each network that the client serves: those given, and the built-in one for the demonstration network
 * unless another is given for it.
 *
 * @throws {ConfigError} when there is none.
 */
export function createModules(
  given: readonly ModuleSetting[],
  deployment: Deployment,
  log: Logger,
): Map<Hex, Module> {
  const chosen = new Map<Hex, ModuleSource>();
  if (deployment.demo !== undefined)
    chosen.set(deployment.demo.factorizationNetwork, { command: builtInCommand("factorization") });
  for (const { network, ...source } of given) chosen.set(network, source);
  if (chosen.size === 0) {
    throw new ConfigError(
      "There is no module: the addresses file names no demonstration network. Set --module.",
    );
  }
  return new Map([...chosen].map(([network, source]) => [network, open(source, network, log)]));
}

function open(source: ModuleSource, network: Hex, log: Logger): Module {
  if ("url" in source) return new ModuleEndpoint(source.url, limits);
  return new ModuleProcess(source.command, limits, log.child({ network: getAddress(network) }));
}
