import type { Server } from "node:http";
import { getAddress, type Hex } from "viem";
import { clientVersion } from "../../lib/build/bundled.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { type StatusAnswer, serveStatus } from "../../lib/http/serveStatus.ts";
import type { OperatorMetrics } from "./createMetrics.ts";
import type { NodeHealth, NodeState } from "./NodeState.ts";

const statusOf: Record<NodeHealth, number> = { healthy: 200, "partially healthy": 206, unhealthy: 503 };

export type NodeOptions = {
  readonly host: string;
  readonly port: number;
  readonly operator: Hex;
  readonly publicKey: Hex;
  readonly deployment: Deployment;
  readonly networks: readonly Hex[];
  readonly state: NodeState;
  readonly metrics: OperatorMetrics;
};

/**
 * Serves the node API for monitoring, in the manner of the AVS node specification: `/nektar/node`, its health, and a
 * service for each network that the client serves; besides `/health`, `/ready` and `/metrics`. It only reads.
 */
export async function serveNode(options: NodeOptions): Promise<Server> {
  const { host, port, state, metrics } = options;
  return serveStatus({
    port,
    host,
    portSetting: "--port or NEKTAR_OPERATOR_PORT",
    metrics: metrics.registry,
    ready: () => {
      const { health, faults } = state.health;
      return health === "unhealthy" ? { ready: false, reason: faults.join(" ") } : { ready: true };
    },
    route: (path) => answer(path, options),
  });
}

function answer(path: string, options: NodeOptions): StatusAnswer | undefined {
  const { state, networks } = options;
  if (path === "/nektar/node") return { status: 200, body: describeNode(options) };
  if (path === "/nektar/node/health") {
    const { health, faults } = state.health;
    return { status: statusOf[health], body: { health, faults } };
  }
  if (path === "/nektar/node/services") {
    return { status: 200, body: { services: networks.map((network) => describeService(network, state)) } };
  }
  const id = /^\/nektar\/node\/services\/(0x[0-9a-fA-F]{40})\/health$/.exec(path)?.[1]?.toLowerCase();
  const network = networks.find((served) => served === id);
  if (network === undefined) return undefined;
  const service = describeService(network, state);
  return { status: service.status === "Up" ? 200 : 503, body: service };
}

function describeNode({ operator, publicKey, deployment, state }: NodeOptions): object {
  return {
    name: "nektar-operator",
    version: clientVersion(),
    operator: getAddress(operator),
    blsKey: publicKey,
    chainId: deployment.chainId,
    taskManager: getAddress(deployment.contracts.taskManager),
    phase: state.phase,
    headBlock: state.context?.head.last?.number.toString() ?? null,
    signedTasks: state.context?.signer.recordedTasks ?? null,
    quarantinedUpToBlock: state.context?.signer.quarantinedUpTo?.toString() ?? null,
  };
}

function describeService(network: Hex, state: NodeState) {
  const module = state.context?.modules.get(network);
  const status = module === undefined ? "Initializing" : module.isHealthy ? "Up" : "Down";
  return { id: getAddress(network), name: "Nektar network", status };
}
