import { ConfigError } from "../../lib/errors/NektarError.ts";
import { isPortFree } from "../net/ports.ts";
import type { Settings } from "../settings.ts";

type NeededPort = { readonly port: number; readonly variable: string; readonly user: string };

/** The ports that the parts started here listen on, each with the variable that changes it. */
export function neededPorts(settings: Settings, operators: number): NeededPort[] {
  const { ports } = settings;
  const needed: NeededPort[] = [
    { port: ports.api, variable: "API_PORT", user: "the api" },
    { port: ports.indexer, variable: "INDEXER_PORT", user: "the indexer" },
    { port: ports.jobs, variable: "JOBS_PORT", user: "the jobs" },
  ];
  if (settings.rpcUrls === null)
    needed.push({ port: ports.chain, variable: "CHAIN_PORT", user: "the chain" });
  if (settings.databaseUrl === null)
    needed.push({ port: ports.postgres, variable: "POSTGRES_PORT", user: "PostgreSQL" });
  for (let index = 0; index < operators; index++) {
    needed.push({ port: ports.operator + index, variable: "OPERATOR_PORT", user: `operator ${index + 1}` });
  }
  return needed;
}

/** @throws {ConfigError} when two parts are to use one port, or another program has one of them. */
export async function checkPorts(needed: readonly NeededPort[]): Promise<void> {
  for (const [index, { port, variable, user }] of needed.entries()) {
    const rival = needed.slice(0, index).find((other) => other.port === port);
    if (rival) {
      const message = `${rival.user} and ${user} cannot both use port ${port}: change ${rival.variable} or ${variable}.`;
      throw new ConfigError(message, { port });
    }
  }
  const free = await Promise.all(needed.map(({ port }) => isPortFree(port)));
  const taken = needed.filter((_, index) => !free[index]);
  if (taken.length === 0) return;
  const list = taken.map(({ port, variable, user }) => `${port} (for ${user}; set ${variable})`).join(", ");
  const ports = taken.length === 1 ? "This port is" : "These ports are";
  throw new ConfigError(`${ports} taken by another program: ${list}.`, {
    ports: taken.map(({ port }) => port),
  });
}
