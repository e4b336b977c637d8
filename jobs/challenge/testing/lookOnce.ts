import { deploymentSchema } from "../../../lib/chain/deployment.ts";
import { createModules } from "../../../lib/modules/createModules.ts";
import { openSender } from "../../transactions/testing/openSender.ts";
import { watchIntents } from "../../transactions/watchIntents.ts";
import type { ModulePair } from "../context.ts";
import { challengeJob } from "../job.ts";

/** Looks a few times at every accepted response, in a process of its own: for tests that kill it at a crash point. */
const { TEST_DATABASE = "", TEST_RPC = "", TEST_DEPLOYMENT = "{}" } = process.env;
const sender = openSender({ url: TEST_DATABASE, rpcUrl: TEST_RPC, name: "jobs" });
const deployment = deploymentSchema.parse(JSON.parse(TEST_DEPLOYMENT));
const [ones, others] = [0, 1].map(() => [...createModules([], deployment, sender.logger)]);
const modules = new Map(
  ones?.map(([network, one], index) => [network, [one, others?.[index]?.[1]] as unknown as ModulePair]),
);
const limits = { total: 10n ** 24n, perNetwork: 10n ** 24n };
const sync = { driftBps: 100, intervalSeconds: 60 };
const context = {
  ...{ db: sender.db, deployment, sender, logger: sender.logger, aggregateGraceMs: 0, sync },
  challenging: { modules, limits },
};
for (let look = 0; look < 8; look++) {
  for (const { payload } of await challengeJob.unfinished(context)) await challengeJob.run(context, payload);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await watchIntents(sender);
}
await Promise.all([...modules.values()].flat().map((module) => module.stop()));
await sender.close();
