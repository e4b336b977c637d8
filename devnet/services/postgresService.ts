import { join } from "node:path";
import { openCluster } from "../postgres/cluster.ts";
import { acceptsQueries, serverCommand, serverUrl } from "../postgres/server.ts";
import type { Settings } from "../settings.ts";
import type { Service } from "../supervisor/Service.ts";

export type PostgresService = {
  readonly service: Service;
  /** Connection string of a database on it; known once it was launched. */
  url(database: string): string;
};

/** The embedded PostgreSQL with its data under `<data directory>/postgres`. */
export function postgresService(settings: Settings): PostgresService {
  const directory = join(settings.dataDirectory, "postgres");
  const { postgres: port } = settings.ports;
  let urlOf: ((database: string) => string) | undefined;
  const url = (database: string) => {
    if (urlOf === undefined) throw new Error("PostgreSQL was not launched yet");
    return urlOf(database);
  };
  const service: Service = {
    name: "postgres",
    async launch() {
      const cluster = await openCluster(directory);
      urlOf = (database) => serverUrl(cluster, port, database);
      const { program, args, ids } = serverCommand(cluster, { port, durable: true });
      return { program, args, ids, workingDirectory: cluster.dataDirectory };
    },
    isReady: () => acceptsQueries(url("postgres")),
    readyTimeoutMs: 60_000,
    stopSignal: "SIGINT",
  };
  return { service, url };
}
