import { type PreparedChain, prepareChain } from "../seed/prepareChain.ts";
import type { Connections } from "../services/processServices.ts";
import type { Settings } from "../settings.ts";
import type { Supervisor } from "../supervisor/Supervisor.ts";
import { engineSteps } from "./engineSteps.ts";
import { processSteps } from "./processSteps.ts";
import { runSteps } from "./steps.ts";

export type Started = PreparedChain & { readonly connections: Connections };

/**
 * Starts whatever the settings do not replace, in order, and shows how far it is.
 *
 * @throws {ConfigError | ServiceFailedError} when a part cannot be started; what has started runs on until the supervisor stops.
 */
export async function startAll(
  settings: Settings,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<Started> {
  const connections: Connections = {
    databaseUrl: settings.databaseUrl ?? "",
    rpcUrls: settings.rpcUrls ?? [`http://127.0.0.1:${settings.ports.chain}`],
  };
  let chain: PreparedChain = { local: false };
  const prepare = async (say: (text: string) => void) => {
    chain = await prepareChain(settings, connections.rpcUrls[0] ?? "", say);
  };
  const title = "Contracts, operators and stake";
  await runSteps([engineSteps(settings, supervisor, connections), [{ title, run: prepare }]], signal);
  await runSteps(processSteps(settings, supervisor, connections, chain.local), signal);
  return { ...chain, connections };
}
