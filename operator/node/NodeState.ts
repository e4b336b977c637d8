import type { OperatorContext } from "../tasks/OperatorContext.ts";

/** As the AVS node specification has it: answered with 200, 206 and 503. */
export type NodeHealth = "healthy" | "partially healthy" | "unhealthy";

/** Where a start stands. */
export type NodePhase =
  | "starting"
  | "waiting for the chain"
  | "waiting for the registration"
  | "running"
  | "stopping";

/** Neither the chain nor an API may be silent for longer than this. */
const silentMs = 30_000;

/** What the node API and `status` show about the client. */
export class NodeState {
  phase: NodePhase = "starting";
  /** Set once all checks at the start have passed. */
  context: OperatorContext | undefined;

  get health(): { readonly health: NodeHealth; readonly faults: readonly string[] } {
    const { context } = this;
    if (context === undefined || this.phase !== "running")
      return { health: "unhealthy", faults: [`It is ${this.phase}.`] };
    const fatal: string[] = [];
    const partial: string[] = [];
    if ((context.head.ageMs ?? Number.POSITIVE_INFINITY) > silentMs) fatal.push("The chain does not answer.");
    const silent = context.endpoints.filter((endpoint) => !endpoint.isAlive(silentMs));
    if (silent.length === context.endpoints.length) fatal.push("No API answers.");
    else for (const { label } of silent) partial.push(`The API ${label} does not answer.`);
    const broken = [...context.modules].filter(([, module]) => !module.isHealthy);
    if (broken.length === context.modules.size) fatal.push("No module answers.");
    else for (const [network] of broken) partial.push(`The module of ${network} fails.`);
    const faults = [...fatal, ...partial];
    return {
      health: fatal.length > 0 ? "unhealthy" : partial.length > 0 ? "partially healthy" : "healthy",
      faults,
    };
  }
}
