import { ensureDatabase } from "../postgres/server.ts";
import { chainService } from "../services/chainService.ts";
import { postgresService } from "../services/postgresService.ts";
import type { Connections } from "../services/processServices.ts";
import type { Settings } from "../settings.ts";
import type { Supervisor } from "../supervisor/Supervisor.ts";
import { stages } from "./stages.ts";
import type { Step } from "./steps.ts";

const database = "nektar";

/** Starts what the processes rest on, as far as the settings do not name the user's own. */
export function engineSteps(settings: Settings, supervisor: Supervisor, connections: Connections): Step[] {
  const steps: Step[] = [];
  if (settings.databaseUrl === null) {
    const postgres = postgresService(settings);
    const run = async () => {
      await supervisor.start(stages.engines, postgres.service);
      await ensureDatabase(postgres.url("postgres"), database);
      connections.databaseUrl = postgres.url(database);
    };
    steps.push({ title: "PostgreSQL", run });
  }
  if (settings.rpcUrls === null) {
    steps.push({ title: "Chain", run: () => supervisor.start(stages.engines, chainService(settings)) });
  }
  return steps;
}
