import { operatorFiles } from "../seed/operatorKeys.ts";
import { roles } from "../seed/roles.ts";
import {
  activityService,
  apiService,
  type Connections,
  faultyService,
  indexerService,
  jobsService,
  operatorService,
} from "../services/processServices.ts";
import type { Settings } from "../settings.ts";
import type { Supervisor } from "../supervisor/Supervisor.ts";
import { stages } from "./stages.ts";
import type { StepGroup } from "./steps.ts";

/** Starts our own processes; on a local chain the operators and the activity too. */
export function processSteps(
  settings: Settings,
  supervisor: Supervisor,
  connections: Connections,
  local: boolean,
): StepGroup[] {
  const processes = [
    { title: "Indexer", run: () => supervisor.start(stages.indexer, indexerService(settings, connections)) },
    { title: "API", run: () => supervisor.start(stages.processes, apiService(settings, connections)) },
    {
      title: "Jobs",
      run: () => supervisor.start(stages.processes, jobsService(settings, connections, local)),
    },
  ];
  if (!local) return [processes];
  const operators = roles.operators.map((account, index) => {
    const files = operatorFiles(settings.dataDirectory, index + 1);
    const service = operatorService(settings, connections, { number: index + 1, account, files });
    return { title: `Operator ${index + 1}`, run: () => supervisor.start(stages.operators, service) };
  });
  if (settings.faulty) {
    const run = () => supervisor.start(stages.operators, faultyService(settings, connections));
    operators.push({ title: "Operator that equivocates", run });
  }
  const activity = {
    title: "Activity",
    run: () => supervisor.start(stages.activity, activityService(settings, connections)),
  };
  return [processes, operators, [activity]];
}
