import { setMaxListeners } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hex } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { createModules } from "../../lib/modules/createModules.ts";
import { ApiEndpoint } from "../../operator/api/ApiEndpoint.ts";
import { createChainClient } from "../../operator/chain/createChainClient.ts";
import { HeadReader } from "../../operator/chain/HeadReader.ts";
import { createMetrics } from "../../operator/node/createMetrics.ts";
import { Journal, journalFileName } from "../../operator/protection/journal.ts";
import { lockDirectory } from "../../operator/protection/lockDirectory.ts";
import { ProtectedSigner } from "../../operator/protection/ProtectedSigner.ts";
import { watchEndpoint } from "../../operator/run/watchEndpoint.ts";
import { localSigner } from "../../operator/signer/localSigner.ts";
import type { OperatorContext } from "../../operator/tasks/OperatorContext.ts";
import { TaskRunner } from "../../operator/tasks/TaskRunner.ts";

export type FleetKey = { readonly operator: Hex; readonly secretKey: Uint8Array };

/**
 * Many operators in one process, each with its own key, journal, lock and loop: the client's own parts. They share the
 * connection to the chain and the module's process, as clients on one machine could.
 */
export class Fleet {
  readonly #stop = new AbortController();
  readonly #directory = mkdtempSync(join(tmpdir(), "nektar-keys-"));
  readonly #loops: Promise<unknown>[] = [];
  readonly #closers: (() => Promise<unknown>)[] = [];

  async start(
    keys: readonly FleetKey[],
    rpcUrl: string,
    apiUrl: string,
    deployment: Deployment,
  ): Promise<void> {
    setMaxListeners(0, this.#stop.signal);
    const log = createLogger("fleet", "error");
    const client = createChainClient([rpcUrl], deployment);
    const modules = createModules([], deployment, log);
    const shared = {
      deployment,
      client,
      head: new HeadReader(client),
      modules,
      metrics: createMetrics(),
      log,
    };
    this.#closers.push(() => Promise.all([...modules.values()].map((module) => module.stop())));
    const domain = { chainId: deployment.chainId, taskManager: deployment.contracts.taskManager };
    for (const [index, { operator, secretKey }] of keys.entries()) {
      const directory = join(this.#directory, String(index));
      const lock = await lockDirectory(directory);
      const journal = await Journal.open(join(directory, journalFileName));
      this.#closers.push(() => journal.close().then(() => lock.release()));
      const endpoint = new ApiEndpoint(apiUrl, index);
      const context: OperatorContext = {
        ...shared,
        operator,
        endpoints: [endpoint],
        signer: new ProtectedSigner(journal, localSigner(secretKey), domain),
        signal: this.#stop.signal,
      };
      const runner = new TaskRunner(context, {
        fatal: (error) => log.fatal(error),
        lie: () => endpoint.lied(),
      });
      const watching = Promise.all(watchEndpoint(endpoint, runner, context));
      this.#loops.push(watching.then(() => runner.ended()));
    }
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#closers[0]?.();
    await Promise.all(this.#loops);
    for (const close of this.#closers.slice(1)) await close();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
